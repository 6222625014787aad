/**
 * The subscribing states: their record, their life, and with it their people's access (domain 3.4; design, "The country
 * wall", 4).
 *
 * <p>It has more than twenty files because each step is told something of its own: the bodies of the requests are a third
 * of them.
 */
@NullMarked
package org.comity.registry.state;

import org.jspecify.annotations.NullMarked;
