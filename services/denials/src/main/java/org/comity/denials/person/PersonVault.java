package org.comity.denials.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.EntityType;
import org.comity.denials.content.Party;
import org.comity.denials.content.RemovedPerson;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;

/**
 * The store of natural persons. A party that is one is written as a placeholder with the id of its row here; a row that
 * retention has removed leaves the placeholder without a person.
 *
 * <p>Source: docs/rules.md to R-140 (domain 4.10 (5)); ADR 0013.
 */
@Singleton
public class PersonVault {

    private static final String PLACEHOLDER = "person:";

    private final Sql sql;
    private final PersonKeys keys;
    private final Identifiers identifiers;
    private final ObjectMapper json;

    PersonVault(Sql sql, PersonKeys keys, Identifiers identifiers, ObjectMapper json) {
        this.sql = sql;
        this.keys = keys;
        this.identifiers = identifiers;
        this.json = json;
    }

    /** Whether a party is a natural person. */
    public static boolean isPerson(Party party) {
        return Boolean.TRUE.equals(party.isNaturalPerson()) || party.entityType() == EntityType.INDIVIDUAL;
    }

    /**
     * Puts the natural persons among these parties into the store.
     *
     * @param record what they are parties of
     * @param shared whether the readers of the record get them now; its earlier persons they then get no more
     * @return the parties, with placeholders
     */
    public List<Party> sealed(UUID record, StateCode owner, List<Party> parties, boolean shared) {
        Map<UUID, Party> kept = parties.stream().anyMatch(PersonVault::isPerson) ? rows(record) : Map.of();
        List<UUID> used = new ArrayList<>();
        List<Party> sealed = new ArrayList<>();
        for (Party party : parties) {
            if (!isPerson(party)) {
                sealed.add(party);
                continue;
            }
            UUID id = kept.entrySet().stream()
                    .filter(row -> row.getValue().equals(party) && !used.contains(row.getKey()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> insert(record, owner, party));
            used.add(id);
            sealed.add(placeholder(party, PLACEHOLDER + id));
        }
        if (shared) {
            sql.of("update natural_person set shared = (id = any (:used))"
                            + " where record_id = :record and shared <> (id = any (:used))")
                    .with("record", record, "used", used.toArray(UUID[]::new))
                    .run();
        }
        return sealed;
    }

    /** Puts the natural persons back in place of their placeholders. */
    public List<Party> opened(UUID record, List<Party> parties) {
        if (parties.stream().noneMatch(PersonVault::isPerson)) {
            return parties;
        }
        Map<UUID, Party> kept = rows(record);
        return parties.stream()
                .map(party -> isPerson(party) ? opened(kept, party) : party)
                .toList();
    }

    /**
     * Puts one natural person into the store, for its owner's desk alone; an equal one that is there already is taken.
     *
     * @return its id
     */
    public UUID sealed(UUID record, StateCode owner, Party person) {
        Party placeholder = sealed(record, owner, List.of(person), false).getFirst();
        return UUID.fromString(placeholder.name().substring(PLACEHOLDER.length()));
    }

    /** The natural person of this id, where the caller may have it and it is still kept. */
    public Optional<Party> opened(UUID record, UUID id) {
        return Optional.ofNullable(rows(record).get(id));
    }

    /** Removes the persons of a draft that is thrown away; those of what others were told stay. */
    public void forget(UUID record) {
        sql.of("delete from natural_person where record_id = :record")
                .with("record", record)
                .run();
    }

    private static Party opened(Map<UUID, Party> kept, Party party) {
        if (!party.name().startsWith(PLACEHOLDER)) {
            return party;
        }
        Party found = kept.get(UUID.fromString(party.name().substring(PLACEHOLDER.length())));
        return found == null ? placeholder(party, RemovedPerson.NAME) : found;
    }

    private static Party placeholder(Party party, String name) {
        return new Party(
                party.role(),
                name,
                List.of(),
                null,
                null,
                null,
                List.of(),
                party.entityType(),
                party.isNaturalPerson());
    }

    private UUID insert(UUID record, StateCode owner, Party party) {
        UUID id = identifiers.next();
        try {
            sql.into("natural_person")
                    .with("id", id, "record_id", record, "originator_state", owner, "shared", false)
                    .with("sealed", keys.encrypt(record, json.writeValueAsBytes(party)))
                    .run();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a party cannot be written", e);
        }
        return id;
    }

    private record Kept(UUID id, byte[] sealed) {}

    private Map<UUID, Party> rows(UUID record) {
        Map<UUID, Party> persons = new LinkedHashMap<>();
        sql.of("select id, sealed from natural_person where record_id = :record order by id")
                .with("record", record)
                .list(Kept.class)
                .forEach(kept -> persons.put(kept.id(), party(keys.decrypt(record, kept.sealed()))));
        return persons;
    }

    private Party party(byte[] plain) {
        try {
            return json.readerFor(Party.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept party cannot be read", e);
        }
    }
}
