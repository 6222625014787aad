/**
 * The command line for a state's own systems and people. It knows the API alone, and nothing of the services' code.
 *
 * <p>It has a few files over twenty: the groups of commands, the lines that they print, and the one client.
 */
@NullMarked
package org.comity.cli;

import org.jspecify.annotations.NullMarked;
