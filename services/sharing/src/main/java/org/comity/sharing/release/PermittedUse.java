package org.comity.sharing.release;

/** What readers may use a record for. */
public enum PermittedUse {
    /** Licence decisions. */
    LICENSING,
    /** Enforcement. */
    ENFORCEMENT,
    /** Policy work and analysis: analysts see the header. */
    POLICY,
    /** Sanitised, for industry. */
    INDUSTRY_SANITISED
}
