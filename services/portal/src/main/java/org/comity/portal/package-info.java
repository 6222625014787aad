/** The web pages of Comity: they own no table, and call the services with the signed-in person's own token. */
@NullMarked
package org.comity.portal;

import org.jspecify.annotations.NullMarked;
