/** The life of a denial and who may see it: draft, four eyes, notification, release, amendment (domain 4.1, 4.9, 4.10). */
@NullMarked
package org.comity.denials.denial;

import org.jspecify.annotations.NullMarked;
