package org.comity.denials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.NationalAnnex;
import org.comity.kernel.caller.StateCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each length, count and number that openapi/denials.yaml bounds is good at the bound and wrong one beyond it, by the
 * record that the service reads; and no record bounds what the file does not.
 */
class FieldBoundsTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    private static JsonNode schemas;

    @BeforeAll
    static void contract() throws IOException {
        Path file = Path.of(System.getProperty("comity.root", "../.."), "openapi", "denials.yaml");
        schemas = new YAMLMapper().readTree(file.toFile()).at("/components/schemas");
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DraftDenial, content.DraftDenial",
        "DeniedItem, content.DeniedItem",
        "DeniedItem/properties/keyParameters/items, content.KeyParameter",
        "Party, content.Party",
        "Party/properties/identifiers/items, content.Identifier",
        "Reason, content.Reason",
        "DraftDenial/properties/externalRefs/items, content.ExternalRef",
        "Releasability, org.comity.sharing.release.Releasability",
        "NationalAnnex, content.NationalAnnex",
        "ReturnDenial, denial.ReturnDenialRequest",
        "RenewDenial, denial.RenewDenialRequest",
        "RevokeDenial, denial.RevokeDenialRequest",
        "GiveReturn, returns.ReturnRequest",
        "ReturnLine, returns.ReturnLine",
        "ReturnDenial, returns.SendBackReturnRequest",
        "AskForOnwardRelease, onward.OnwardRequests$Ask",
        "GrantOnwardRelease, onward.OnwardRequests$Grant",
        "RefuseOnwardRelease, onward.OnwardRequests$Refuse",
        "DraftConsultation, consultation.content.DraftConsultation",
        "CandidateTransaction, consultation.content.CandidateTransaction",
        "CandidateTransaction/properties/parties/items, consultation.content.CandidateParty",
        "DraftConsultation/properties/consultedStates/items, consultation.content.ConsultedState",
        "ReturnDenial, consultation.ConsultationRequests$Return",
        "ReplyToConsultation, consultation.ConsultationRequests$Reply",
        "ConsultationText, consultation.ConsultationRequests$Text",
        "ExtendThread, consultation.ConsultationRequests$Extend",
        "DecideConsultation, consultation.ConsultationRequests$Decide",
        "NotifyGrant, consultation.ConsultationRequests$Notice",
    })
    void a_bound_of_the_contract_is_good_and_one_beyond_it_is_wrong(String schema, String name) throws Exception {
        Class<?> record = Class.forName(name.startsWith("org.") ? name : "org.comity.denials." + name);
        JsonNode properties = schemas.at("/" + schema + "/properties");
        assertFalse(properties.isMissingNode(), schema);
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode bounds = properties.path(component.getName());
            Field field = record.getDeclaredField(component.getName());
            new Bounded(record, field).isHeldTo(bounds);
        }
        assertEquals(
                Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .sorted()
                        .toList(),
                properties.properties().stream().map(Map.Entry::getKey).sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "-1, false",
        "-0.000001, false",
        "0.000001, true",
        "0.0000001, false",
        "999999999999999.999999, true",
        "1000000000000000, false",
    })
    void a_number_has_up_to_15_digits_and_6_places_and_is_not_negative(BigDecimal number, boolean good) {
        assertEquals(good, isGood(DeniedItem.class, "quantity", number));
        assertEquals(good, isGood(NationalAnnex.class, "value", number));
    }

    @ParameterizedTest
    @CsvSource({"EUR, true", "EU, false", "EURO, false", "eur, false"})
    void a_currency_has_three_letters(String currency, boolean good) {
        assertEquals(good, isGood(NationalAnnex.class, "currency", currency));
    }

    @Test
    void a_text_is_not_blank() {
        assertFalse(isGood(DeniedItem.class, "description", " "));
        assertTrue(isGood(DeniedItem.class, "description", "."));
    }

    private static boolean isGood(Class<?> record, String property, Object value) {
        return VALIDATOR.validateValue(record, property, value).isEmpty();
    }

    /** A field of a record that may have a bound. */
    private record Bounded(Class<?> record, Field field) {

        void isHeldTo(JsonNode bounds) throws Exception {
            if (field.getType() == String.class) {
                text(bounds);
            } else if (field.getType() == List.class) {
                list(bounds);
            } else if (field.isAnnotationPresent(Min.class) || bounds.has("maximum")) {
                number(bounds);
            }
        }

        private void text(JsonNode bounds) {
            if (bounds.has("pattern")) {
                return; // a test of its own
            }
            int most = bound(bounds, "maxLength");
            good("x".repeat(most));
            wrong("x".repeat(most + 1));
        }

        private void list(JsonNode bounds) throws Exception {
            Class<?> of = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            if (of.isEnum()) {
                // each constant once: nothing is left to come beyond the bound
                if (bounds.path("uniqueItems").asBoolean()) {
                    assertEquals(of.getEnumConstants().length, bound(bounds, "maxItems"), this::toString);
                    good(List.of(of.getEnumConstants()));
                    wrong(Collections.nCopies(2, of.getEnumConstants()[0]));
                }
                return;
            }
            int most = bound(bounds, "maxItems");
            good(some(of, most));
            wrong(some(of, most + 1));
            if (bounds.has("minItems")) {
                int least = bound(bounds, "minItems");
                good(some(of, least));
                wrong(some(of, least - 1));
            }
            if (bounds.path("uniqueItems").asBoolean()) {
                wrong(Collections.nCopies(2, some(of, 1).getFirst()));
            }
            if (of == String.class) {
                int longest = bound(bounds.path("items"), "maxLength");
                good(List.of("x".repeat(longest)));
                wrong(List.of("x".repeat(longest + 1)));
            }
        }

        private void number(JsonNode bounds) {
            long least = bounds.path("minimum").asLong(Long.MIN_VALUE);
            long most = bounds.path("maximum").asLong(Long.MAX_VALUE);
            good(number(least));
            wrong(number(least - 1));
            good(number(most));
            wrong(number(most + 1));
        }

        private Object number(long value) {
            return field.getType() == Integer.class ? (Object) Math.toIntExact(value) : (Object) value;
        }

        private static List<Object> some(Class<?> type, int count) throws Exception {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(
                        type == String.class
                                ? "x" + i
                                : type == StateCode.class
                                        ? new StateCode("" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                                        : blank(type));
            }
            return values;
        }

        private static Object blank(Class<?> type) throws Exception {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return constructor.newInstance(new Object[constructor.getParameterCount()]);
        }

        private int bound(JsonNode bounds, String name) {
            assertTrue(bounds.has(name), () -> this + " has no " + name + " in the contract");
            return bounds.get(name).asInt();
        }

        private void good(Object value) {
            assertTrue(isGood(record, field.getName(), value), () -> this + " refuses what the contract allows");
        }

        private void wrong(Object value) {
            assertFalse(isGood(record, field.getName(), value), () -> this + " takes what the contract does not");
        }

        @Override
        public String toString() {
            return record.getSimpleName() + "." + field.getName();
        }
    }
}
