package org.comity.bench;

/** A figure beside its target. */
record Verdict(String target, String aim, double measured, String figure, boolean met) {

    static Verdict of(Target target, double measured) {
        return new Verdict(target.what(), target.aim(), measured, target.figure(measured), target.isMet(measured));
    }

    @Override
    public String toString() {
        return (met ? "met     " : "MISSED  ") + target + ": " + figure + " (target " + aim + ")";
    }
}
