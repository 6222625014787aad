package org.comity.sharing.release;

/** Traffic Light Protocol 2.0, the strictest first. */
public enum Tlp {
    /** For the named readers alone. */
    RED,
    /** Within the reader's organization. */
    AMBER_STRICT,
    /** Within the organization and its clients. */
    AMBER,
    /** Within the community. */
    GREEN,
    /** Without limit. */
    CLEAR
}
