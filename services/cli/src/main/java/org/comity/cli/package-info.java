/** The command line for a state's own systems and people. It knows the API alone, and nothing of the services' code. */
@NullMarked
package org.comity.cli;

import org.jspecify.annotations.NullMarked;
