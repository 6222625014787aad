/**
 * When states work, and by when a state that was asked has answered (domain 4.2; docs/rules.md ). The
 * calendars are the registry's, kept from {@code registry.state.v1}.
 */
@NullMarked
package org.comity.denials.calendar;

import org.jspecify.annotations.NullMarked;
