package org.comity.sharing.states;

/** An export-control regime, or the EU. */
public enum Regime {
    /** Wassenaar Arrangement. */
    WA,
    /** Nuclear Suppliers Group. */
    NSG,
    /** Australia Group. */
    AG,
    /** Missile Technology Control Regime. */
    MTCR,
    /** European Union. */
    EU,
    /** Zangger Committee. */
    ZC
}
