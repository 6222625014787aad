/** Denials in files: a file is checked, becomes drafts, is submitted and approved whole; and the list as a file. */
@NullMarked
package org.comity.portal.imports;

import org.jspecify.annotations.NullMarked;
