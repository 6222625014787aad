package org.comity.bench;

/** Something that is done again and again, and timed. */
@FunctionalInterface
interface Work {

    /** Does it once. */
    void once() throws Exception;
}
