/**
 * The frame of every list: what its address says, its filters and the chips that take them off, its columns, its pages, its
 * files. A list page says which filters and columns it has, and in which words (docs/adr/0019-lists-and-steps.md).
 */
@NullMarked
package org.comity.portal.list;

import org.jspecify.annotations.NullMarked;
