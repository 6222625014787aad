/** What reaches a state's people and systems: rules, inbox and the channels out of it. README.md beside the module says where to begin. */
@NullMarked
package org.comity.subscriptions;

import org.jspecify.annotations.NullMarked;
