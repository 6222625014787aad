package org.comity.denials.content;

/** The list that a code is from. */
public enum ControlList {
    /** Annex I of Regulation (EU) 2021/821. */
    EU_ANNEX_I,
    /** The dual-use list of the Wassenaar Arrangement. */
    WA_DU,
    /** The Commerce Control List of the United States. */
    CCL,
    /** A national list. */
    NATIONAL
}
