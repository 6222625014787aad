/** What a consultation says: the candidate transaction, whom it asks about which denials, and what is missing before it can go (domain 3.2, 4.10). */
@NullMarked
package org.comity.denials.consultation.content;

import org.jspecify.annotations.NullMarked;
