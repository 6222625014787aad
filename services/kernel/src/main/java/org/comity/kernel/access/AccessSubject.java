package org.comity.kernel.access;

import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;

/** How the {@code access} database names whose access has ended. */
public final class AccessSubject {

    private AccessSubject() {}

    /** All people and systems of a state. */
    public static String state(StateCode state) {
        return "state:" + state;
    }

    /** One person or system, whatever its sessions. */
    public static String person(Person person) {
        return "person:" + person.id();
    }

    /** One sign-in session, by its {@code sid}. */
    public static String session(String sid) {
        return "session:" + sid;
    }

    /** One role of one person. */
    public static String role(Person person, Role role) {
        return "role:" + person.id() + ":" + role.realmName();
    }
}
