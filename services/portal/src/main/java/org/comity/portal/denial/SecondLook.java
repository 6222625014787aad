package org.comity.portal.denial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.portal.api.Alone;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Services;
import org.comity.portal.api.Warnings;
import org.jspecify.annotations.Nullable;

/** What a desk should look at once more before it submits, approves or releases. It stops nothing, nor does its absence. */
@ApplicationScoped
public class SecondLook {

    private final Services services;

    SecondLook(Services services) {
        this.services = services;
    }

    /** The warnings; none while the service does not answer. */
    public List<Warnings.Warning> at(UUID id) {
        return asked(() -> services.at("/denials/v1/denials/{id}/warnings", id).read(Warnings.class));
    }

    /** The warnings about what is in force, whatever is worked on. */
    List<Warnings.Warning> inForce(UUID id) {
        return asked(() -> services.at("/denials/v1/denials/{id}/warnings", id)
                .with("inForce", true)
                .read(Warnings.class));
    }

    /**
     * The warnings as if it were released so, before it is; none where nothing is chosen.
     *
     * @param inForce whether it is what is in force that changes hands, and no amendment
     */
    List<Warnings.Warning> at(UUID id, boolean inForce, DenialContent.@Nullable Releasability tried) {
        return tried == null
                ? List.of()
                : asked(() -> services.at("/denials/v1/denials/{id}/warnings", id)
                        .with("inForce", inForce)
                        .with("mode", tried.mode())
                        .with("state", tried.states())
                        .with("excluded", tried.excluded())
                        .with("regime", tried.regime())
                        .read(Warnings.class));
    }

    private static List<Warnings.Warning> asked(Supplier<Warnings> question) {
        return Alone.ask("Warnings", question).map(Warnings::items).orElseGet(List::of);
    }
}
