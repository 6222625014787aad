package org.comity.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine that was measured.
 *
 * @param loadAverage mean number of processes that ran or waited during the last minute; negative when unknown
 * @param fileSystem type of the file system that the data lie on; on one in memory, nothing waits for a disk
 */
record Machine(
        int cores,
        double memoryGigabytes,
        String jdk,
        String operatingSystem,
        String architecture,
        String fileSystem,
        double loadAverage) {

    /** As it is now. */
    static Machine now(Path data) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e8) / 10.0,
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                fileSystem(data),
                currentLoadAverage());
    }

    static double currentLoadAverage() {
        return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 100) / 100.0;
    }

    private static String fileSystem(Path data) {
        try {
            return Files.getFileStore(data).type();
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.1f GB, %s, JDK %s, data on %s, load average %.2f",
                cores,
                architecture,
                memoryGigabytes,
                operatingSystem,
                jdk,
                fileSystem,
                loadAverage);
    }
}
