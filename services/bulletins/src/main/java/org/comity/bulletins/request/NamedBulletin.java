package org.comity.bulletins.request;

import java.util.UUID;

/** A bulletin that is named in a request or in an answer, to one who reads that bulletin too. */
public record NamedBulletin(UUID id, String ref) {}
