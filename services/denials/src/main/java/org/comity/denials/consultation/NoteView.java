package org.comity.denials.consultation;

import java.time.Instant;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.jspecify.annotations.Nullable;

/**
 * An internal note, for the desk of the state that wrote it.
 *
 * @param editedBy who wrote the text as it stands; null until it is first edited
 */
public record NoteView(
        UUID id,
        Person writtenBy,
        Instant at,
        String text,
        @Nullable Person editedBy,
        @Nullable Instant editedAt) {}
