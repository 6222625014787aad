package org.comity.sharing.reference;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;

/**
 * Gives references such as DN-NL-2026-7KQ4M2. They end in a random code, since a running number counts what is hidden; one of
 * a draft that was thrown away is not given again.
 */
@Singleton
public class References {

    private static final int CODE_LENGTH = 6;

    private final Sql sql;
    private final Identifiers identifiers;
    private final Clock clock;

    References(Sql sql, Identifiers identifiers, Clock clock) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * A reference of this state that no record has, and none that was thrown away had.
     *
     * @param kind two letters
     * @param table the table of the records, with their references as {@code ref}
     * @param owner the column of the state that has given the reference
     */
    public String free(String kind, StateCode own, String table, String owner) {
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        return Stream.generate(() -> "%s-%s-%d-%s".formatted(kind, own, year, identifiers.code(CODE_LENGTH)))
                .filter(ref -> !sql.of("select 1 from " + table + " where " + owner + " = :own and ref = :ref"
                                + " union all select 1 from discarded_reference"
                                + " where originator_state = :own and reference = :ref")
                        .with("own", own, "ref", ref)
                        .exists())
                .findFirst()
                .orElseThrow();
    }
}
