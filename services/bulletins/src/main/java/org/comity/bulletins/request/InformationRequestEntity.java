package org.comity.bulletins.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.record.SharedRecord;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.release.Widening;
import org.jspecify.annotations.Nullable;

/** A request for information: what its addressees see too. */
@Entity
@Table(name = "information_request")
class InformationRequestEntity extends SharedRecord {

    private static final Widening.Terms TERMS =
            new Widening.Terms(Tlp.AMBER, List.of(PermittedUse.LICENSING, PermittedUse.POLICY));

    private String ref;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private @Nullable String subject;

    private @Nullable String text;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "due_in_working_days")
    private @Nullable Integer dueInWorkingDays;

    @Column(name = "ended_because")
    private @Nullable String endedBecause;

    @SuppressWarnings("NullAway") // for Hibernate
    protected InformationRequestEntity() {}

    InformationRequestEntity(Opening opening, String ref, RequestDraft draft) {
        super(opening, ReleaseMode.LIST, TERMS);
        this.ref = ref;
        this.status = RequestStatus.DRAFT;
        says(draft);
    }

    /** It asks this from now on. */
    final void says(RequestDraft draft) {
        subject = draft.subject();
        text = draft.text();
        dueOn = draft.dueOn();
        dueInWorkingDays = draft.dueInWorkingDays();
    }

    /** Where its addressees see it stand. */
    void status(RequestStatus next, Instant at) {
        if (next != status) {
            status = next;
            changed(at);
        }
    }

    void endedBecause(String reason) {
        endedBecause = reason;
    }

    String ref() {
        return ref;
    }

    RequestStatus status() {
        return status;
    }

    @Nullable
    String subject() {
        return subject;
    }

    @Nullable
    String text() {
        return text;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    Integer dueInWorkingDays() {
        return dueInWorkingDays;
    }

    @Nullable
    String endedBecause() {
        return endedBecause;
    }
}
