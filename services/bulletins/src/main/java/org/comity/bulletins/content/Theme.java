package org.comity.bulletins.content;

/** What a bulletin is about (domain 3.3; enforcement is ours). */
public enum Theme {
    /** Who buys for whom. */
    ACQUISITION_NETWORK,
    /** Ways by which goods get elsewhere. */
    ROUTE_DIVERSION,
    /** An end-user to look at twice. */
    SENSITIVE_END_USER,
    /** A project that goods may serve. */
    PROJECT_OF_CONCERN,
    /** A technology. */
    TECHNOLOGY,
    /** What states do about exports. */
    EXPORT_POLICY,
    /** A state that reaches for people abroad. */
    TRANSNATIONAL_REPRESSION,
    /** Seizures, violations and penalties. */
    ENFORCEMENT
}
