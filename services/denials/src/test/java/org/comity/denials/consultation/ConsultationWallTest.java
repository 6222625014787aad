package org.comity.denials.consultation;

import static org.comity.denials.consultation.ConsultationExamples.consulted;
import static org.comity.denials.consultation.ConsultationExamples.denial;
import static org.comity.denials.consultation.ConsultationExamples.draft;
import static org.comity.denials.consultation.ConsultationExamples.draftAbout;
import static org.comity.denials.consultation.ConsultationExamples.drafted;
import static org.comity.denials.consultation.ConsultationExamples.in;
import static org.comity.denials.consultation.ConsultationExamples.map;
import static org.comity.denials.consultation.ConsultationExamples.post;
import static org.comity.denials.consultation.ConsultationExamples.read;
import static org.comity.denials.consultation.ConsultationExamples.requested;
import static org.comity.denials.consultation.ConsultationExamples.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row-level security around consultations by itself: native SQL as the login role that is deployed. */
@QuarkusTest
class ConsultationWallTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static Set<String> seen(String state, String role, String query) {
        return new TreeSet<>(ComityServers.servers().seen("app", state, role, query));
    }

    @Test
    void a_consulted_state_has_the_rows_of_its_own_thread_and_no_other() {
        String id = requested(draft(consulted("EE", denial("ee", "NL")), consulted("JP", denial("jp", "NL"))));
        in("JP", "jp.officer", id, "reply", map("answer", "IDENTICAL", "text", "The same"))
                .then()
                .statusCode(200);
        post("nl.officer", "/denials/v1/consultations/" + id + "/notes", map("text", "Ours"))
                .then()
                .statusCode(201);
        String of = " where consultation_id = '" + id + "'";
        String entries =
                "select e.author_state from consultation_entry e, consultation_thread t where t.id = e.thread_id"
                        + " and t.consultation_id = '" + id + "'";
        assertEquals(
                Set.of("EE", "JP"),
                seen("NL", "licensing-officer", "select consulted_state from consultation_thread" + of));
        for (String role : List.of("licensing-officer", "poc")) {
            for (String table : List.of("consultation_thread", "consultation_thread_denial")) {
                assertEquals(Set.of("EE"), seen("EE", role, "select consulted_state from " + table + of));
                assertEquals(Set.of(), seen("DE", role, "select consulted_state from " + table + of));
            }
            assertEquals(Set.of(), seen("EE", role, entries));
            assertEquals(Set.of("JP"), seen("JP", role, entries));
            assertEquals(Set.of(id), seen("EE", role, "select id from consultation where id = '" + id + "'"));
            assertEquals(Set.of(), seen("DE", role, "select id from consultation where id = '" + id + "'"));
        }
        assertEquals(Set.of("Ours"), seen("NL", "licensing-officer", "select text from consultation_note" + of));
        for (String other : List.of("EE", "JP", "DE")) {
            assertEquals(Set.of(), seen(other, "licensing-officer", "select text from consultation_note" + of));
            assertEquals(Set.of(), seen(other, "licensing-officer", "select created_by from consultation_file" + of));
        }
        String write = "update consultation_note set text = 'Theirs'" + of + " returning text";
        for (String other : List.of("EE", "JP", "DE")) {
            assertEquals(Set.of(), seen(other, "licensing-officer", write));
        }
        assertEquals(Set.of(), seen("NL", "poc", write));
        assertEquals(Set.of("Ours"), seen("NL", "licensing-officer", "select text from consultation_note" + of));
        for (String role : List.of("analyst", "auditor", "national-admin", "secretariat", "")) {
            for (String state : List.of("NL", "EE", "JP", "")) {
                assertEquals(Set.of(), seen(state, role, "select consulted_state from consultation_thread" + of));
                assertEquals(Set.of(), seen(state, role, "select question from consultation_transaction" + of));
            }
        }
    }

    @Test
    void R138_a_person_is_read_in_the_states_own_thread_alone_and_of_a_draft_by_its_desk() {
        String id = requested(draftAbout(
                "Invented Person Torvald", consulted("EE", denial("ee", "NL")), consulted("JP", denial("jp", "NL"))));
        String other = requested(draftAbout("Invented Person Sigrid", consulted("DE", denial("de", "NL"))));
        String draft = drafted(draftAbout("Invented Person Halvard", consulted("EE", denial("ee", "NL"))));
        String of = "select record_id from natural_person where record_id in ('" + id + "', '" + other + "', '" + draft
                + "')";
        assertEquals(Set.of(id, other, draft), seen("NL", "licensing-officer", of));
        assertEquals(Set.of(id, other), seen("NL", "poc", of));
        for (String role : List.of("licensing-officer", "licensing-approver", "system", "poc")) {
            assertEquals(Set.of(id), seen("EE", role, of), role);
            assertEquals(Set.of(id), seen("JP", role, of), role);
            assertEquals(Set.of(other), seen("DE", role, of), role);
            assertEquals(Set.of(), seen("FI", role, of), role);
        }
        for (String role : List.of("analyst", "auditor", "national-admin", "secretariat", "")) {
            for (String state : List.of("NL", "EE", "DE", "")) {
                assertEquals(Set.of(), seen(state, role, of), role);
            }
        }
        String share = "update natural_person set shared = true where record_id = '" + draft + "' returning record_id";
        assertEquals(Set.of(), seen("EE", "licensing-officer", share));
        assertThrows(
                IllegalStateException.class,
                () -> seen(
                        "EE",
                        "licensing-officer",
                        "insert into natural_person values (gen_random_uuid(), '" + id
                                + "', 'NL', true, '') returning record_id"));
    }

    @Test
    void R143_each_state_sees_of_whom_a_notice_went_to_itself_alone() {
        Map<String, Object> draft = draft(consulted("EE"));
        draft.put("type", "ESSENTIAL_INTEREST");
        String id = requested(draft);
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
        String notice = "select reasons from consultation_notice where consultation_id = '" + id + "'";
        assertEquals(Set.of(), seen("NO", "licensing-officer", notice));
        String clock = "select consultation_id from consultation_notice_clock where consultation_id = '" + id + "'";
        assertEquals(Set.of(id), seen("NL", "licensing-officer", clock));
        assertEquals(Set.of(), seen("NL", "poc", clock));
        for (String other : List.of("EE", "NO", "")) {
            assertEquals(Set.of(), seen(other, "licensing-officer", clock));
        }
        take("nl.approver", id, "essential-interest-notice", map("reasons", "Civil use"))
                .then()
                .statusCode(200);
        String to = "select state from consultation_notice_state where consultation_id = '" + id + "'";
        for (String role : List.of("licensing-officer", "poc")) {
            for (String state : List.of("EE", "NO", "XK")) {
                assertEquals(Set.of(state), seen(state, role, to));
                assertEquals(Set.of("Civil use"), seen(state, role, notice));
            }
            assertEquals(24, seen("NL", role, to).size());
            assertEquals(
                    Set.of(),
                    seen(
                            "NO",
                            role,
                            "select question from consultation_transaction where consultation_id = '" + id + "'"));
        }
        for (String role : List.of("analyst", "auditor", "national-admin", "secretariat", "")) {
            for (String state : List.of("NL", "NO", "")) {
                assertEquals(Set.of(), seen(state, role, to), role);
                assertEquals(Set.of(), seen(state, role, notice), role);
            }
        }
    }

    @Test
    void nobody_speaks_for_another_state_or_decides_for_it() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        String thread = read("nl.officer", id).path("threads[0].id");
        String say = "insert into consultation_entry (id, thread_id, requesting_state, consulted_state, author_state,"
                + " position, kind, at) values (gen_random_uuid(), '" + thread + "', 'NL', 'EE', '%s', 9, 'REPLIED',"
                + " now()) returning 1";
        assertThrows(IllegalStateException.class, () -> seen("NL", "licensing-officer", say.formatted("EE")));
        assertThrows(IllegalStateException.class, () -> seen("DE", "licensing-officer", say.formatted("DE")));
        assertThrows(IllegalStateException.class, () -> seen("EE", "poc", say.formatted("EE")));
        for (String sql : List.of(
                "insert into consultation_outcome values ('" + id + "', 'NL', 'DENIED', null, now(), null) returning 1",
                "insert into consultation_notice (consultation_id, requesting_state, reasons, decided_on, preferred_by,"
                        + " latest_by, sent_at, type, outcome, ref) values ('" + id
                        + "', 'NL', 'x', now(), now(), now(), now(), 'UNDERCUT', 'GRANTED', 'NG') returning 1",
                "insert into consultation_notice_state values ('" + id + "', 'NL', 'EE') returning 1",
                "update consultation_thread set consulted_state = 'JP' where id = '" + thread + "' returning 1",
                "update consultation_thread set ended_at = now() where id = '" + thread + "' returning 1",
                "update consultation_note set state = 'JP' returning 1",
                "delete from consultation_entry returning 1")) {
            assertThrows(IllegalStateException.class, () -> seen("EE", "licensing-officer", sql), sql);
        }
        for (String answer : List.of("answer = 'IDENTICAL'", "replied_at = now()")) {
            String sql = "update consultation_thread set " + answer + " where id = '" + thread + "' returning 1";
            assertThrows(IllegalStateException.class, () -> seen("NL", "licensing-officer", sql), sql);
        }
        assertEquals(
                Set.of(),
                seen(
                        "DE",
                        "licensing-officer",
                        "update consultation_thread set answer = 'IDENTICAL' where id = '" + thread
                                + "' returning id"));
    }

    @Test
    void the_timer_sees_no_word_of_a_consultation() throws SQLException {
        requested(draft(consulted("EE", denial("ee", "NL"))));
        try (Connection connection = ComityServers.servers().as("timer");
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select id, due_at from consultation_thread").close();
            for (String forbidden : List.of(
                    "select answer from consultation_thread",
                    "select denial_ref from consultation_thread_denial",
                    "select text from consultation_entry",
                    "select question from consultation_transaction",
                    "select text from consultation_note",
                    "select explanation from consultation_outcome",
                    "select id from consultation",
                    "select requesting_state from consultation_notice_clock",
                    "select reasons from consultation_notice",
                    "select state from consultation_notice_state",
                    "select content from consultation_file",
                    "update consultation_thread set answer = 'IDENTICAL'")) {
                assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
            }
        }
    }
}
