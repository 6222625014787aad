package org.comity.entrance;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Has each address come to {@link RequestForm}, which names what is wrong with it: Quarkus would answer a malformed one
 * by itself, with an empty 400. It reads this property once, when its server is made; configuration is read before.
 */
public final class AddressesReachUs implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
