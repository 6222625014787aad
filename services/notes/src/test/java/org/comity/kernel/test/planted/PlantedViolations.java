package org.comity.kernel.test.planted;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** One violation of each architecture rule, so that a rule which finds nothing anywhere is noticed. */
public final class PlantedViolations {

    private PlantedViolations() {}

    /** An entity that everybody sees. */
    @Entity
    public static class PublicEntity {
        @Id
        private long id;
    }

    static class InjectedField {
        @Inject
        Object field;
    }

    static class HiddenEndpoint {
        @GET
        String read() {
            return "";
        }
    }

    @Path("/says-nothing")
    static class SaysNothing {
        @GET
        public String read() {
            return "";
        }
    }

    static class BareNow {
        Instant time() {
            return Instant.now();
        }
    }

    @Singleton
    static class ChangingSingleton {
        private int counter;

        int next() {
            return ++counter;
        }
    }
}
