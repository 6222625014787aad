package org.comity.bulletins.taxii;

import org.jspecify.annotations.Nullable;

/**
 * An API root.
 *
 * @param name the segment of the address
 * @param pageSize the most objects of a page
 */
record TaxiiRoot(String name, String title, @Nullable String description, int pageSize) {}
