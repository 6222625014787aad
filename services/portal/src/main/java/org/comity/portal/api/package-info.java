/**
 * The services as the portal calls them, after {@code openapi/denials.yaml} and {@code openapi/registry.yaml}: always with
 * the signed-in person's own token, so that a page can show nothing that this person may not read.
 */
@NullMarked
package org.comity.portal.api;

import org.jspecify.annotations.NullMarked;
