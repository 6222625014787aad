package org.comity.portal.consultation;

import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.api.Services;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Read;
import org.comity.portal.step.Step;
import org.comity.portal.step.Subject;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes an internal note, for the licensing desk of the state that wrote it. */
final class NoteSteps {

    private static final String TEXT = "text";

    private NoteSteps() {}

    /** A note, with the consultation that it is on. */
    record Written(Consultation whole, Consultation.Note note) {}

    static Read<Written> read(Consultation whole, RestResponse<Consultation.Note> note) {
        Read<Consultation.Note> read = Read.of(note);
        return new Read<>(new Written(whole, read.one()), read.etag());
    }

    /** That a colleague was quicker. */
    static Subject.Overtaken overtaken(Page page, String home) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        return new Subject.Overtaken(
                texts.noteConflict(), "", texts.noteConflictText(), texts.overtakenLook(), home + "#notes");
    }

    static List<Step<Written>> of(UUID id, UUID note, Services services) {
        return List.of(Step.<Written>of(note.toString(), (one, page) -> true)
                .begins((one, page) -> Form.blank().put(TEXT, one.note().text()))
                .asks(NoteSteps::asked)
                .sends((one, form, page) -> new ConsultationSteps.Text(form.text(TEXT)), (etag, body) -> services.at(
                                "/denials/v1/consultations/{id}/notes/{note}", id, note)
                        .edit(etag, body, Consultation.Note.class))
                .done((before, answer, form) -> Desk.home(id) + "?done=noted#notes"));
    }

    /** Where a colleague was quicker, what they saved stands beside, with their name. */
    private static Asked asked(Written one, Form form, Page page) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        Consultation.Note note = one.note();
        return Asked.of(texts.noteChangeOf(note.writtenBy().name()), texts.noteSave())
                .text(texts.notesOnly())
                .paragraph(
                        Asked.Look.TEXT,
                        form.differs(TEXT)
                                ? Value.of(texts.noteTheirs(note.lastBy().name(), page.moment(note.lastAt())))
                                : Value.empty())
                .field(Field.area(TEXT, texts.noteMine(), 6).most(4000));
    }
}
