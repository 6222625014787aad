/**
 * The benchmarks behind {@code ./comity bench}: each starts a Comity of its own, measures it, prints its figures beside
 * the targets and asserts nothing.
 */
package org.comity.bench;
