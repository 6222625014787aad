package org.comity.crash.walk;

import java.util.Locale;

/** Somebody of the demo realm, such as {@code nl.officer} or {@code secretariat.staff}, or a state's own system. */
record Person(String name) {

    /** What a person may read for, as far as the diagrams tell one from another. */
    enum Desk {
        /** Officer, approver or system. */
        LICENSING,
        CONTACT,
        ANALYST,
        /** Auditor, national administrator, or the secretariat: of denials and consultations nothing. */
        ELSEWHERE
    }

    /** The state, as the diagrams know it; no state for the secretariat. */
    String state() {
        return name.startsWith("secretariat") ? "" : name.substring(0, 2).toUpperCase(Locale.ROOT);
    }

    Desk desk() {
        return switch (name.replaceFirst(".*[.-]", "")) {
            case "officer", "approver", "system" -> Desk.LICENSING;
            case "poc" -> Desk.CONTACT;
            case "analyst" -> Desk.ANALYST;
            default -> Desk.ELSEWHERE;
        };
    }

    /** Whether this person approves. */
    boolean approves() {
        return name.endsWith(".approver");
    }

    static Person officer(String state) {
        return of(state, "officer");
    }

    static Person of(String state, String role) {
        return new Person(state.toLowerCase(Locale.ROOT) + "." + role);
    }

    @Override
    public String toString() {
        return name;
    }
}
