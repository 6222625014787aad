package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.procedure.DenialNotification;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.reference.References;

/**
 * Writes a draft to its tables, in the transaction of its caller, which has checked the draft.
 *
 * <p>Rules: R-16.
 */
@Singleton
class DraftWriter {

    private final EntityManager database;
    private final DenialContentStore contents;
    private final DenialAudience audiences;
    private final Identifiers identifiers;
    private final References references;

    DraftWriter(
            EntityManager database,
            DenialContentStore contents,
            DenialAudience audiences,
            Identifiers identifiers,
            References references) {
        this.database = database;
        this.contents = contents;
        this.audiences = audiences;
        this.identifiers = identifiers;
        this.references = references;
    }

    /** A draft as it was written. */
    record Drafted(DenialEntity denial, DenialFileEntity file) {}

    Drafted write(DraftDenial content, Caller by, DenialNotification procedure, Instant at) {
        StateCode own = by.ownState();
        Opening opening = new Opening(identifiers.next(), own, by.person(), at);
        DenialEntity denial = new DenialEntity(
                opening.id(), references.free("DN", own, "denial", "originator_state"), own, content, procedure, at);
        database.persist(denial);
        DenialFileEntity file = new DenialFileEntity(opening, contents.sealed(denial.id(), own, content));
        database.persist(file);
        database.flush();
        audiences.open(denial.id(), own, at);
        contents.write(denial.id(), own, content);
        return new Drafted(denial, file);
    }
}
