/**
 * Who is signed in. Tokens stay in this process: a browser holds an opaque random name of its session, and nothing else.
 */
@NullMarked
package org.comity.portal.session;

import org.jspecify.annotations.NullMarked;
