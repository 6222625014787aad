package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliverySource;

/**
 * Records of a small service that is there for these tests: it answers over HTTP as bulletins and denials do, in the same
 * application. The packaged services are tried by DeliveryIT in deploy/system.
 */
@Singleton
public class KeptRecords implements DeliverySource {

    private static final Map<UUID, Kept> ALL = new ConcurrentHashMap<>();

    private static final Map<UUID, Part> PARTS = new ConcurrentHashMap<>();

    private static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();

    private final CurrentCaller current;

    KeptRecords(CurrentCaller current) {
        this.current = current;
    }

    /** A record, and who reads it. */
    public record Kept(Delivered record, Set<StateCode> readers, Set<Role> roles) {}

    /** A part of a record that events name, as a thread is of a consultation, and who sees the part. */
    private record Part(UUID whole, Set<StateCode> readers) {}

    /** An event of this subject is about a part of that record, which these states alone see. */
    public static void part(UUID subject, UUID whole, String... readers) {
        PARTS.put(subject, new Part(whole, states(readers)));
    }

    private static Set<StateCode> states(String... codes) {
        return java.util.Arrays.stream(codes).map(StateCode::new).collect(java.util.stream.Collectors.toSet());
    }

    /** Reading this record fails until it is mended. */
    public static void breakIt(UUID subject) {
        BROKEN.add(subject);
    }

    /** It can be read again. */
    public static void mend(UUID subject) {
        BROKEN.remove(subject);
    }

    /** The record is there from now on, or is another one. */
    public static void put(Kept kept) {
        ALL.put(kept.record().record(), kept);
    }

    /** A record of Germany about an interception item, which the licensing desks and analysts of these states read. */
    public static Kept bulletin(UUID id, String title, String... readers) {
        return new Kept(
                new Delivered(
                        id,
                        "BULLETIN",
                        "/bulletins/v1/bulletins/" + id,
                        "BU-DE-2026-" + id.toString().substring(30).toUpperCase(java.util.Locale.ROOT),
                        title,
                        new StateCode("DE"),
                        "PUBLISHED",
                        1,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        false,
                        new Delivered.Facts(
                                List.of("5A001.f.2"),
                                List.of(new StateCode("KZ")),
                                List.of(),
                                "ALERT",
                                List.of(),
                                title)),
                java.util.Arrays.stream(readers).map(StateCode::new).collect(java.util.stream.Collectors.toSet()),
                Set.of(Role.LICENSING_OFFICER, Role.ANALYST));
    }

    /** A denial of Germany, which the licensing desks of these states read. */
    public static Kept denial(UUID id, String... readers) {
        Delivered like = bulletin(id, "A denied item").record();
        return new Kept(
                new Delivered(
                        id,
                        "DENIAL",
                        "/denials/v1/denials/" + id,
                        like.ref().replace("BU-", "DN-"),
                        like.title(),
                        like.originatorState(),
                        like.status(),
                        like.version(),
                        like.updatedAt(),
                        false,
                        like.facts()),
                states(readers),
                Set.of(Role.LICENSING_OFFICER));
    }

    @Override
    public Map<UUID, Read> read(Collection<UUID> subjects) {
        return DeliverySource.each(subjects, this::one);
    }

    private Optional<Read> one(UUID subject) {
        if (BROKEN.contains(subject)) {
            throw new IllegalStateException("a record that is broken for a test");
        }
        Part part = PARTS.get(subject);
        if (part != null && !part.readers().contains(current.get().ownState())) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALL.get(part == null ? subject : part.whole()))
                .filter(kept -> kept.readers().contains(current.get().ownState()))
                .filter(kept -> current.get().hasAny(kept.roles().toArray(Role[]::new)))
                .map(kept -> new Read(kept.record(), kept.record()));
    }
}
