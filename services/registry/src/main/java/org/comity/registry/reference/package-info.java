/** What the Code commits its states to, and what their meetings are about (domain 1a). */
@NullMarked
package org.comity.registry.reference;

import org.jspecify.annotations.NullMarked;
