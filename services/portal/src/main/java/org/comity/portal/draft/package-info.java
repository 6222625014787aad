/**
 * Drafting a record, part by part. A record describes its parts; the pages that ask, save, list, remove, check and submit
 * are the same for every record (docs/adr/0020-a-form-is-described-once.md).
 *
 * <p>{@code Part} is longer than other classes: it describes a page, and all that follows from the description is in it.
 */
@NullMarked
package org.comity.portal.draft;

import org.jspecify.annotations.NullMarked;
