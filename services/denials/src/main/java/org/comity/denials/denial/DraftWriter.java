package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.procedure.DenialNotification;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.time.Identifiers;

/** Writes a draft to its tables, in the transaction of whoever asks, who has checked it. */
@Singleton
class DraftWriter {

    private static final int REF_CODE_LENGTH = 6;

    private final EntityManager database;
    private final DenialRepository denials;
    private final DenialContentStore contents;
    private final AudienceStore audiences;
    private final Identifiers identifiers;

    DraftWriter(
            EntityManager database,
            DenialRepository denials,
            DenialContentStore contents,
            AudienceStore audiences,
            Identifiers identifiers) {
        this.database = database;
        this.denials = denials;
        this.contents = contents;
        this.audiences = audiences;
        this.identifiers = identifiers;
    }

    /** A draft as it was written. */
    record Drafted(DenialEntity denial, DenialFileEntity file) {}

    Drafted write(DraftDenial content, Caller by, DenialNotification procedure, Instant at) {
        StateCode own = by.ownState();
        DenialEntity denial = new DenialEntity(identifiers.next(), freeRef(own, at), own, content, procedure, at);
        database.persist(denial);
        DenialFileEntity file =
                new DenialFileEntity(denial.id(), own, contents.sealed(denial.id(), own, content), by.person(), at);
        database.persist(file);
        database.flush();
        audiences.open(denial.id(), own, at);
        contents.write(denial.id(), own, content);
        return new Drafted(denial, file);
    }

    private String freeRef(StateCode own, Instant at) {
        int year = LocalDate.ofInstant(at, ZoneOffset.UTC).getYear();
        String ref;
        do {
            ref = "DN-%s-%d-%s".formatted(own, year, identifiers.code(REF_CODE_LENGTH));
        } while (denials.hasRef(own, ref));
        return ref;
    }
}
