/**
 * Bulletins: the list, a bulletin with what states say of it, its draft, and its steps. The texts are in
 * {@code messages/bulletin*.properties}.
 */
@NullMarked
package org.comity.portal.bulletin;

import org.jspecify.annotations.NullMarked;
