/**
 * Requests for information: the lists, a request with its threads, its draft, and its steps. The texts are in
 * {@code messages/request*.properties}.
 */
@NullMarked
package org.comity.portal.request;

import org.jspecify.annotations.NullMarked;
