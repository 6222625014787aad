/**
 * Starts the servers that Comity stands on (PostgreSQL, Kafka, Keycloak) from Maven artifacts alone, for the local
 * launcher and for the tests. Knows databases, roles, topics and the realm, and nothing of the services' business.
 *
 * <p>It has a few files over twenty: each server with its settings, its rights and its client.
 */
package org.comity.backing;
