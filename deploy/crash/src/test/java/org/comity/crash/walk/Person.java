package org.comity.crash.walk;

/** Somebody of the demo realm at a licensing desk, such as {@code nl.officer}, or a state's own system. */
record Person(String name) {

    /** The state, as the diagrams know it. */
    String state() {
        return name.substring(0, 2).toUpperCase(java.util.Locale.ROOT);
    }

    /** Whether this person approves. */
    boolean approves() {
        return name.endsWith(".approver");
    }

    static Person officer(String state) {
        return new Person(state.toLowerCase(java.util.Locale.ROOT) + ".officer");
    }

    @Override
    public String toString() {
        return name;
    }
}
