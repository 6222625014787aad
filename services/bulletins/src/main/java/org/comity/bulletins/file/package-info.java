/**
 * What a file is and what of it is kept: its type by its bytes, and the same file without what tells of the person who
 * made it and without anything that runs.
 *
 * <p>Source: docs/rules.md; ADR 0031.
 */
@NullMarked
package org.comity.bulletins.file;

import org.jspecify.annotations.NullMarked;
