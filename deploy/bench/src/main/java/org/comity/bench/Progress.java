package org.comity.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What a benchmark tells while it runs: one line for each step, with the seconds since the start. */
final class Progress {

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private boolean silent;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** A step that begins, or a figure. */
    synchronized void step(String text, Object... values) {
        if (!silent) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, String.format(Locale.ROOT, text, values));
            out.flush();
        }
    }

    /** More about the step before. */
    synchronized void detail(String text, Object... values) {
        if (!silent) {
            out.println("          " + String.format(Locale.ROOT, text, values));
            out.flush();
        }
    }

    /** Says nothing any more: what fails while everything is being stopped is of no interest. */
    synchronized void fallSilent() {
        silent = true;
    }

    synchronized boolean isSilent() {
        return silent;
    }
}
