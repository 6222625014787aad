/** JSON as requests bring it, read strictly; and JSON as the database keeps it. */
@NullMarked
package org.comity.kernel.json;

import org.jspecify.annotations.NullMarked;
