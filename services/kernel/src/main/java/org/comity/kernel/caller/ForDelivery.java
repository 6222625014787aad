package org.comity.kernel.caller;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An address for the service that delivers records to states, and for nobody else: for every other caller there is no such
 * address. The deliverer belongs to no state; the request names the one state for which it reads ({@link ReadingFor}).
 *
 * <p>Rules: R-380.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForDelivery {

    /** The client of Keycloak as which the deliverer signs in. */
    String CLIENT = "comity-subscriptions";
}
