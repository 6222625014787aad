package org.comity.denials.consultation.thread;

/**
 * How the procedure's bound on extensions is read. "The extension shall not exceed 30 working days" literally bounds
 * what is added; some read it as a bound on the whole.
 *
 * <p>Source: docs/rules.md R-115 (domain 0.6).
 */
public enum ExtensionReading {
    /** So many working days may be added: 10 and 30 make 40. */
    ADDED {
        @Override
        public int most(int replyDays, int extensionDays) {
            return extensionDays;
        }
    },
    /** So many working days in all: 10 leave 20 to be added. */
    TOTAL {
        @Override
        public int most(int replyDays, int extensionDays) {
            return Math.max(0, extensionDays - replyDays);
        }
    };

    /** The working days that may be added in all. */
    public abstract int most(int replyDays, int extensionDays);
}
