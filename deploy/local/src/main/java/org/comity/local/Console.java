package org.comity.local;

import java.io.PrintStream;
import java.util.Locale;

/** What the launcher tells the person at the keyboard: one line for each step, with the seconds since the start. */
final class Console {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    /** A step that is done, or begins. */
    synchronized void step(String text) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, text);
        out.flush();
    }

    /** Text as it is. */
    synchronized void say(String text) {
        out.println(text);
        out.flush();
    }
}
