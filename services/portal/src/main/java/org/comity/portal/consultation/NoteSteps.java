package org.comity.portal.consultation;

import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Read;
import org.comity.portal.step.Records;
import org.comity.portal.step.Step;

/** Changes an internal note, for the licensing desk of the state that wrote it. */
final class NoteSteps {

    /** The one step. Its page has the address of the note. */
    static final String CHANGE = "";

    private static final String TEXT = "text";

    static final List<Step<Written>> ALL = List.of(Step.<Written>of(CHANGE, (one, page) -> true)
            .begins((one, page) -> Form.blank().put(TEXT, one.note().text()))
            .asks(NoteSteps::asked)
            .sends((one, form, page) -> new ConsultationSteps.Text(form.text(TEXT)))
            .replaces()
            .done((before, answer, form) -> "/consultations/" + before.whole().id() + "?done=noted#notes"));

    private NoteSteps() {}

    /** A note, with the consultation that it is on. */
    record Written(Consultation whole, Consultation.Note note) {}

    /** The note of that id. */
    static final class OnNote extends PartSubject<Written> {

        OnNote(Records<Consultation> consultations, UUID id, UUID note) {
            super(consultations, id, "/notes/" + note);
        }

        @Override
        Consultation whole(Written one) {
            return one.whole();
        }

        @Override
        public Read<Written> read() {
            Consultation whole = consultations().read(id()).one();
            Read<Consultation.Note> note = Read.of(call("").answer(Consultation.Note.class));
            return new Read<>(new Written(whole, note.one()), note.etag());
        }

        @Override
        public String address(String verb) {
            return super.address(verb).replaceFirst("/$", "");
        }

        @Override
        public String back() {
            return home() + "#notes";
        }

        /** A colleague was quicker. */
        @Override
        public Overtaken overtaken(Written one, Page page) {
            ConsultationTexts texts = page.texts(ConsultationTexts.class);
            return new Overtaken(
                    texts.noteConflict(), "", texts.noteConflictText(), texts.overtakenLook(), home() + "#notes");
        }
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
