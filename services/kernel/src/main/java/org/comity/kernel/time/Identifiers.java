package org.comity.kernel.time;

import java.util.UUID;

/** Where identifiers come from. None of them counts or tells a time, since either would tell of hidden records. */
public interface Identifiers {

    /** A random identifier. */
    UUID next();

    /** Random characters of Crockford's base 32, upper case, for references that people read out. */
    String code(int length);
}
