/** What the registry keeps of a state, as it comes in and goes out, and what is wrong with it (domain 3.4). */
@NullMarked
package org.comity.registry.content;

import org.jspecify.annotations.NullMarked;
