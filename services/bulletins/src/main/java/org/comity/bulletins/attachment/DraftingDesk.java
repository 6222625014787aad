package org.comity.bulletins.attachment;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An address that takes a file, for those who draft bulletins alone. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface DraftingDesk {}
