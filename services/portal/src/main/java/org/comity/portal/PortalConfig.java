package org.comity.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What the portal is told when it starts. */
@ConfigMapping(prefix = "comity")
public interface PortalConfig {

    /** The portal itself. */
    Portal portal();

    /** Where Keycloak is. */
    Keycloak keycloak();

    /** The realm that people sign in to. */
    String realm();

    /** The portal's own keys. */
    interface Portal {

        /** The address at which people reach the portal; a form is taken from a page of this origin alone. */
        URI url();

        /** The secret of the client {@code comity-portal}. */
        Optional<String> clientSecret();

        /** Encrypts the state of a sign-in that is under way; at least 32 characters. */
        Optional<String> sessionKey();

        /** The brand colour of the header, as {@code #rrggbb}; white text must be readable on it. */
        @WithDefault("#123a52")
        String brandColour();

        /** How long a session lasts without a page being asked for; Keycloak may end it sooner. */
        @WithName("session-idle")
        @WithDefault("8H")
        Duration sessionIdle();

        /** How long a session lasts at most, however busy. */
        @WithName("session-longest")
        @WithDefault("12H")
        Duration sessionLongest();

        /** How many sessions are kept at most; beyond it the one idle for longest ends. */
        @WithName("sessions-most")
        @WithDefault("20000")
        int sessionsMost();
    }

    /** Keycloak. */
    interface Keycloak {

        /** Keycloak's address as a browser sees it, without a path. */
        URI url();
    }
}
