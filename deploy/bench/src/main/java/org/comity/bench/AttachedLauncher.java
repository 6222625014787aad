package org.comity.bench;

import org.comity.local.Launcher;

/** The launcher in a process of its own, which ends with the process that started it, however that one ends. */
final class AttachedLauncher {

    private AttachedLauncher() {}

    /** Arguments: those of the launcher. */
    public static void main(String[] arguments) {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
        Launcher.main(arguments);
    }
}
