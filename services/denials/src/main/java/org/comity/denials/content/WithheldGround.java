package org.comity.denials.content;

/** Why a field is withheld. */
public enum WithheldGround {
    /** Commercial secrecy. */
    COMMERCIAL,
    /** National security. */
    SECURITY,
    /** Data protection. */
    PERSONAL,
    /** Another rule of national law. */
    NATIONAL_LAW
}
