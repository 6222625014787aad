package org.comity.kernel.caller;

import java.util.Optional;

/** What a person or system may do, as the realm names it (design, "Identity"). */
public enum Role {
    /** Drafts, edits, checks, consults, and reads what is released to its state for licensing. */
    LICENSING_OFFICER("licensing-officer"),
    /** As an officer, and approves what another person submitted. */
    LICENSING_APPROVER("licensing-approver"),
    /** Bulletins; of denials only what is released for analysis. */
    ANALYST("analyst"),
    /** A state's point of contact. */
    POC("poc"),
    /** Administers the people of a state, and nothing else. */
    NATIONAL_ADMIN("national-admin"),
    /** A state's own system: as an officer, without approving. */
    SYSTEM("system"),
    /** Reads the access log of its own state. */
    AUDITOR("auditor"),
    /** Registry, meetings; of denials nothing that its originator did not grant. */
    SECRETARIAT("secretariat"),
    /** As the secretariat, and creates and suspends states. */
    SECRETARIAT_ADMIN("secretariat-admin");

    private final String realmName;

    Role(String realmName) {
        this.realmName = realmName;
    }

    /** The role's name in the realm and in the token. */
    public String realmName() {
        return realmName;
    }

    /** The role of this name in the realm; empty for the realm's own technical roles. */
    public static Optional<Role> ofRealmName(String name) {
        for (Role role : values()) {
            if (role.realmName.equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
