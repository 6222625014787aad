package org.comity.kernel.test.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A note of one state: the smallest record behind the wall. */
@Entity
@Table(name = "note")
class NoteEntity {

    @Id
    private UUID id;

    private String state;

    private String text;

    protected NoteEntity() {}

    NoteEntity(UUID id, String state, String text) {
        this.id = id;
        this.state = state;
        this.text = text;
    }

    NoteResource.Note view() {
        return new NoteResource.Note(id, state, text);
    }
}
