package org.comity.denials.content;

/** The ground of a denial. */
public enum Criterion {
    /** Human rights, under the Code of Conduct. */
    COC_HR,
    /** International commitments: Regulation (EU) 2021/821, article 15(1)(a). */
    ART15_A,
    /** Sanctions: article 15(1)(b). */
    ART15_B,
    /** Foreign and security policy: article 15(1)(c). */
    ART15_C,
    /** End-use and diversion: article 15(1)(d). */
    ART15_D,
    /** A sanction. */
    SANCTION,
    /** A risk of diversion. */
    DIVERSION,
    /** Another ground. */
    OTHER
}
