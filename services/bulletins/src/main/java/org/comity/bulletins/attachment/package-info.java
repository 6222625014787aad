/**
 * The files of bulletins over HTTP: how they come in and how they go out.
 *
 * <p>Source: docs/rules.md.
 */
@NullMarked
package org.comity.bulletins.attachment;

import org.jspecify.annotations.NullMarked;
