/**
 * The launcher behind {@code ./comity up}: the whole of Comity on one machine, with demonstration data. Not meant for
 * an installation that others rely on.
 */
package org.comity.local;
