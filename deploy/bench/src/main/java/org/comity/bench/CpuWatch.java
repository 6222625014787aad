package org.comity.bench;

import java.time.Duration;

/** Which part kept how many processor cores busy since this watch was made. */
final class CpuWatch {

    private final MeasuredSystem system;
    private final long begin = System.nanoTime();
    private final Duration denials;
    private final Duration postgres;
    private final Duration benchmark;

    CpuWatch(MeasuredSystem system) {
        this.system = system;
        this.denials = system.denialsCpu();
        this.postgres = system.postgresCpu();
        this.benchmark = own();
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    double denials() {
        return cores(system.denialsCpu(), denials);
    }

    double postgres() {
        return cores(system.postgresCpu(), postgres);
    }

    double benchmark() {
        return cores(own(), benchmark);
    }

    private double cores(Duration now, Duration before) {
        double share = now.minus(before).toNanos() / (double) (System.nanoTime() - begin);
        return Math.round(Math.max(0, share) * 100) / 100.0;
    }
}
