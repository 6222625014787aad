/**
 * What the tests of every service stand on: real PostgreSQL, Kafka and Keycloak, tokens for any state and role, a
 * clock that obeys, and the two-world oracle.
 */
@NullMarked
package org.comity.kernel.test;

import org.jspecify.annotations.NullMarked;
