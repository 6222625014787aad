/**
 * The life of a denial and who may see it: draft, four eyes, notification, release, amendment (domain 4.1, 4.9, 4.10).
 *
 * <p>One package for the record and its own rows, although it has more than twenty files: the entities, the store and the
 * filter of the release are seen inside it alone, so that no other package reads a denial past the filter. What a denial
 * says, its storage in rows, files, documents, statistics and onward requests have packages of their own.
 */
@NullMarked
package org.comity.denials.denial;

import org.jspecify.annotations.NullMarked;
