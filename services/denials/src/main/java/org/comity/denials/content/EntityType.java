package org.comity.denials.content;

/** What a party is. */
public enum EntityType {
    /** A government body. */
    GOVERNMENT,
    /** A security or intelligence service. */
    SECURITY_SERVICE,
    /** A police force. */
    POLICE,
    /** Armed forces. */
    MILITARY,
    /** A telecommunications operator. */
    TELECOM,
    /** A private body. */
    PRIVATE,
    /** A natural person. */
    INDIVIDUAL
}
