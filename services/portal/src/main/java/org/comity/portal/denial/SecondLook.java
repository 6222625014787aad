package org.comity.portal.denial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.HistoryApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Warnings;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** What a desk should look at once more before it submits, approves or releases. It stops nothing, nor does its absence. */
@ApplicationScoped
public class SecondLook {

    private static final Logger LOG = Logger.getLogger(SecondLook.class);

    private final HistoryApi denials;

    SecondLook(@RestClient HistoryApi denials) {
        this.denials = denials;
    }

    /** The warnings; none while the service does not answer. */
    public List<Warnings.Warning> at(UUID id) {
        try {
            return denials.warnings(id).items();
        } catch (Refusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            LOG.warnf("Warnings were refused: %s", refusal.getMessage());
        } catch (RuntimeException unreachable) {
            LOG.warnf("Warnings failed: %s", unreachable.getMessage());
        }
        return List.of();
    }
}
