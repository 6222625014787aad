/**
 * What every page has: its frame, the person's language, forms that keep what was typed, and the pages that say that
 * something did not work. Texts are in {@code messages/*.properties}, never in a template.
 *
 * <p>{@code Form} is longer than other classes: what was typed, what is wrong with it and how it is read belong together.
 */
@NullMarked
package org.comity.portal.page;

import org.jspecify.annotations.NullMarked;
