/**
 * The benchmarks behind {@code ./comity bench}: each starts a Comity of its own, measures it, prints its figures beside
 * the targets and asserts nothing.
 *
 * <p>It has more than twenty files because each benchmark brings its options, its load and its report; measuring itself
 * (load, quantiles, the machine) is shared by all of them.
 */
package org.comity.bench;
