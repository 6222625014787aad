package org.comity.bulletins.content;

/**
 * What readers may do with a bulletin beside reading it.
 *
 * @param inCourt whether it may be used in court
 * @param withExporters whether it may be shown to an exporter
 */
public record Handling(boolean inCourt, boolean withExporters) {

    /** Neither, as long as nothing is said. */
    public static final Handling NEITHER = new Handling(false, false);
}
