/**
 * Encrypts what must not be read by who sees the database alone (docs/adr/0013-personal-data.md). The keys come from the
 * configuration of a service.
 */
@NullMarked
package org.comity.kernel.secret;

import org.jspecify.annotations.NullMarked;
