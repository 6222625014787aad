package org.comity.denials.denial.kept;

import java.time.Instant;
import org.comity.denials.content.DraftDenial;

/** A version as it was notified, for the originator. */
public record DenialVersionView(int version, Instant notifiedAt, DraftDenial content) {}
