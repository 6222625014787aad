/**
 * What states say of a bulletin that they read: comments for all its readers, sightings and acknowledgements for its
 * originator.
 *
 * <p>Source: docs/rules.md R-324 to R-326 (domain 3.3, 4.3).
 */
@NullMarked
package org.comity.bulletins.response;

import org.jspecify.annotations.NullMarked;
