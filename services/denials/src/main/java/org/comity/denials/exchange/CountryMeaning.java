package org.comity.denials.exchange;

/** What the country of a row means; asked once for the file. */
public enum CountryMeaning {
    /** The party's country. The destination is that of the first end-user, else of the first consignee, else of the first row. */
    PARTY,
    /** The destination of the export, the same in all rows of a denial; of the parties' countries nothing is said. */
    DESTINATION
}
