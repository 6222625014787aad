package org.comity.denials.consultation;

import java.time.Instant;
import java.util.UUID;
import org.comity.kernel.caller.Person;

/** An internal note, for the desk of the state that wrote it. */
public record NoteView(UUID id, Person writtenBy, Instant at, String text) {}
