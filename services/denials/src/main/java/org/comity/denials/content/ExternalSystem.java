package org.comity.denials.content;

/** Another system that may hold the same case. */
public enum ExternalSystem {
    /** Wassenaar's. */
    WA,
    /** The EU's. */
    EU,
    /** The Nuclear Suppliers Group's. */
    NSG,
    /** The Australia Group's. */
    AG
}
