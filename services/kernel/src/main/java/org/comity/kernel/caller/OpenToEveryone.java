package org.comity.kernel.caller;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An address that needs no token, since what it shows is published. It has no caller, so row-level security shows it
 * nothing of any state. Without this mark nobody is let in who has not signed in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenToEveryone {}
