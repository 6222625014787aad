/**
 * What Comity adds to Keycloak: the claim of all organizations of a person, and the alarm where there is more than one.
 *
 * <p>Source: docs/adr/0016-all-organizations.md, docs/rules.md.
 */
package org.comity.keycloak;
