package org.comity.sharing.code;

/** The misuse that is feared (domain 6). */
public enum MisuseType {
    /** Stifle dissent. */
    STIFLE_DISSENT,
    /** Harass hr defenders. */
    HARASS_HR_DEFENDERS,
    /** Intimidate minorities. */
    INTIMIDATE_MINORITIES,
    /** Discourage whistleblowers. */
    DISCOURAGE_WHISTLEBLOWERS,
    /** Chill expression. */
    CHILL_EXPRESSION,
    /** Target political opponents. */
    TARGET_POLITICAL_OPPONENTS,
    /** Target journalists. */
    TARGET_JOURNALISTS,
    /** Target lawyers. */
    TARGET_LAWYERS,
    /** Unlawful privacy interference. */
    UNLAWFUL_PRIVACY_INTERFERENCE,
    /** Censorship. */
    CENSORSHIP,
    /** Transnational repression. */
    TRANSNATIONAL_REPRESSION,
    /** Mass surveillance. */
    MASS_SURVEILLANCE,
    /** Arbitrary detention. */
    ARBITRARY_DETENTION
}
