/** The registry service: the states of the Code, their status, regimes, authorities, contacts and calendars. */
@NullMarked
package org.comity.registry;

import org.jspecify.annotations.NullMarked;
