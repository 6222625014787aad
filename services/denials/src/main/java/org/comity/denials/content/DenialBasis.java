package org.comity.denials.content;

/** Why a licence was needed at all. */
public enum DenialBasis {
    /** The item is on a control list. */
    LISTED,
    /** A catch-all control for human rights. */
    CATCH_ALL_HR,
    /** A catch-all control for weapons of mass destruction. */
    CATCH_ALL_WMD,
    /** A catch-all control for military end-use. */
    CATCH_ALL_MILITARY,
    /** The item is on a national list. */
    NATIONAL_LIST;

    /** Whether an item needs no control-list entry, since the control catches what is on no list. */
    public boolean isCatchAll() {
        return switch (this) {
            case CATCH_ALL_HR, CATCH_ALL_WMD, CATCH_ALL_MILITARY -> true;
            case LISTED, NATIONAL_LIST -> false;
        };
    }
}
