package org.comity.portal.session;

import java.util.Optional;
import java.util.Set;

/**
 * The person who is signed in, as the access token says. The portal decides by it what to offer, never what is allowed:
 * that the services decide, by the same token.
 *
 * @param id Keycloak's {@code sub}
 * @param name as colleagues know the person
 * @param state the state that the person works for, ISO 3166-1 alpha-2 or XK; empty for the secretariat
 * @param roles Comity's realm roles
 * @param demo whether the realm is the demonstration's
 */
public record Person(String id, String name, Optional<String> state, Set<String> roles, boolean demo) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** Drafts, edits and submits denials of its state. */
    public boolean isOfficer() {
        return state.isPresent() && (roles.contains("licensing-officer") || roles.contains("licensing-approver"));
    }

    /** Approves what another person of its state submitted. */
    public boolean isApprover() {
        return state.isPresent() && roles.contains("licensing-approver");
    }

    /** Sees denials as far as they are released for analysis. */
    public boolean isAnalyst() {
        return state.isPresent() && roles.contains("analyst");
    }

    /** May see any denial at all. */
    public boolean readsDenials() {
        return isOfficer() || isAnalyst() || isContact();
    }

    /** May see consultations of its state. */
    public boolean readsConsultations() {
        return isOfficer() || isContact();
    }

    /** Its state's point of contact. */
    public boolean isContact() {
        return state.isPresent() && roles.contains("poc");
    }

    /** Reads who saw what. */
    public boolean readsAccessLog() {
        return isContact() || state.isPresent() && roles.contains("auditor");
    }

    /** Writes bulletins of its state, comments on those of others and says what it did. */
    public boolean writesBulletins() {
        return isOfficer() || isAnalyst();
    }

    /** May see any bulletin at all. */
    public boolean readsBulletins() {
        return writesBulletins() || isContact() || roles.contains("secretariat") || roles.contains("secretariat-admin");
    }

    /** Works for that state. */
    public boolean isOf(String iso2) {
        return state.filter(iso2::equals).isPresent();
    }

    /** Says who, never more: it ends up in logs. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
