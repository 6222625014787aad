/**
 * What the tests of every service stand on: real PostgreSQL, Kafka and Keycloak, tokens for any state and role, a
 * clock that obeys, and the two-world oracle.
 *
 * <p>It has more than twenty files because each is a tool of its own that tests take by its name; they hang together through
 * {@code ComityServers} alone.
 */
@NullMarked
package org.comity.kernel.test;

import org.jspecify.annotations.NullMarked;
