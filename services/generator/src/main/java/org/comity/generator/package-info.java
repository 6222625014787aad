/**
 * What the build writes by itself, shared by the generators: the files, and the faults of what they are written from. No
 * service has it at run time.
 */
@NullMarked
package org.comity.generator;

import org.jspecify.annotations.NullMarked;
