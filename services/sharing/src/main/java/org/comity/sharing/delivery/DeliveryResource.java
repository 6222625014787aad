package org.comity.sharing.delivery;

import jakarta.enterprise.inject.Instance;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.ForDelivery;
import org.comity.kernel.caller.ReadingFor;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.Page;
import org.comity.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a state reads of records, for the service that delivers them: openapi/internal.yaml. One state in each request.
 *
 * <p>Rules.
 */
@Path(DeliveryResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {

    static final String PATH = "/internal/v1/readings";

    /** Each is read once for each desk, which takes some milliseconds. */
    private static final int MOST = 100;

    private final Instance<DeliverySource> sources;
    private final ReadingFor readers;
    private final Reply.Writer replies;
    private final AuditTrail trail;

    DeliveryResource(Instance<DeliverySource> sources, ReadingFor readers, Reply.Writer replies, AuditTrail trail) {
        this.sources = sources;
        this.readers = readers;
        this.replies = replies;
        this.trail = trail;
    }

    /**
     * What is asked.
     *
     * @param state the one state for which the deliverer reads
     * @param desk the one desk for which it reads; all of them where nothing is said
     * @param records the subjects of events
     */
    record ReadingsRequest(
            @NotNull(message = "This is missing.") StateCode state,
            @Nullable DeliveryDesk desk,

            @NotEmpty(message = "This is missing.") @Size(max = MOST, message = "At most 100 records.")
            List<@NotNull(message = "This is missing.") UUID> records) {}

    /**
     * What a desk reads of a record.
     *
     * @param subject what was asked for; not the record itself where it is a part of one
     * @param tag changes when something changes that the desk sees
     */
    record Reading(UUID subject, DeliveryDesk desk, String tag, Delivered record) {}

    /** Reads the records that the state sees; the others are left out. */
    @POST
    @ForDelivery
    public Page.Items<Reading> read(ReadingsRequest body) {
        trail.touched(body.state().value());
        List<DeliveryDesk> desks =
                Optional.ofNullable(body.desk()).map(List::of).orElse(List.of(DeliveryDesk.values()));
        List<Reading> all = new ArrayList<>();
        for (DeliveryDesk desk : desks) {
            all.addAll(readers.read(body.state(), desk.reader(), () -> read(desk, body.records())));
        }
        return new Page.Items<>(all);
    }

    private List<Reading> read(DeliveryDesk desk, List<UUID> subjects) {
        Set<UUID> left = new LinkedHashSet<>(subjects);
        List<Reading> all = new ArrayList<>();
        for (DeliverySource source : sources) {
            seen(source, left).forEach((subject, read) -> {
                left.remove(subject);
                all.add(new Reading(subject, desk, replies.etag(read.seen()).value(), read.record()));
            });
        }
        return all;
    }

    /** A role that reads no record of the kind is refused, and sees nothing either. */
    private static Map<UUID, DeliverySource.Read> seen(DeliverySource source, Set<UUID> subjects) {
        try {
            return subjects.isEmpty() ? Map.of() : source.read(List.copyOf(subjects));
        } catch (ProblemException refused) {
            if (DeliverySource.isHidden(refused)) {
                return Map.of();
            }
            throw refused;
        }
    }
}
