/** The subscribing states: their record, their life, and with it their people's access (domain 3.4; design, "The country wall", 4). */
@NullMarked
package org.comity.registry.state;

import org.jspecify.annotations.NullMarked;
