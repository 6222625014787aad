/**
 * Forms, each described once: a list of fields that says how each is asked for, bounded, read, shown and named. An input is
 * named by the JSON pointer of what is typed in it, so that a fault of a service finds its input by itself
 * (docs/adr/0020-a-form-is-described-once.md).
 *
 * <p>{@code Field} is longer than other classes: it has a method for each thing that can be said of a field, and one for each
 * thing that a template asks of it.
 */
@NullMarked
package org.comity.portal.form;

import org.jspecify.annotations.NullMarked;
