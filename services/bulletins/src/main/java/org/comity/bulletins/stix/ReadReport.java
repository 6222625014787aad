package org.comity.bulletins.stix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.BulletinItem;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.NamedParty;
import org.comity.bulletins.content.Theme;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.code.MisuseType;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What the draft of a bulletin begins with, read from a report and what it names. The desk goes on from there; the objects
 * themselves are kept beside the draft as they came.
 *
 * <p>Source: docs/rules.md R-345.
 */
public final class ReadReport {

    private static final int HEADLINE = 200;
    private static final int SUMMARY = 2000;
    private static final int MOST = 50;

    private ReadReport() {}

    /** The draft of these objects, of which at most one is a report. */
    public static DraftBulletin draft(List<JsonNode> objects) {
        Optional<JsonNode> report = ofType(objects, "report").findFirst();
        String name = report.map(one -> one.path("name").asText())
                .orElseGet(() -> "STIX objects without a report (" + objects.size() + ")");
        String words = report.map(one -> one.path("description").asText()).orElse("");
        List<String> labels = report.map(one -> texts(one.path("labels"))).orElse(List.of());
        Tlp tlp = objects.stream()
                .flatMap(StixMarking::labels)
                .min(Comparator.naturalOrder())
                .orElse(null);
        BulletinClass ofLabels = StixLabels.among(labels, BulletinClass.class).stream()
                .findFirst()
                .orElse(null);
        List<NamedParty> parties = read(objects, "identity", ReadReport::party);
        // a copy for everybody names nobody: its desk takes the organisations out, or chooses another label
        boolean isForDesk = tlp == Tlp.CLEAR && !parties.isEmpty();
        return new DraftBulletin(
                classOf(ofLabels, tlp, isForDesk),
                name.length() > HEADLINE ? name.substring(0, HEADLINE - 1) + "…" : name,
                words.isEmpty() || words.length() > SUMMARY ? null : words,
                words.length() > SUMMARY ? words : null,
                StixLabels.among(labels, Theme.class),
                read(objects, "infrastructure", ReadReport::item),
                read(objects, "location", ReadReport::country).stream()
                        .distinct()
                        .toList(),
                parties,
                StixLabels.among(labels, MisuseType.class),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                isForDesk ? null : tlp,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static @Nullable BulletinClass classOf(
            @Nullable BulletinClass ofLabels, @Nullable Tlp tlp, boolean isForDesk) {
        if (isForDesk) {
            return ofLabels == BulletinClass.SANITISED ? null : ofLabels;
        }
        return tlp == Tlp.CLEAR ? BulletinClass.SANITISED : ofLabels;
    }

    private static Stream<JsonNode> ofType(List<JsonNode> objects, String type) {
        return objects.stream().filter(object -> object.path("type").asText().equals(type));
    }

    private static <T> List<T> read(List<JsonNode> objects, String type, Function<JsonNode, Optional<T>> reading) {
        return ofType(objects, type)
                .flatMap(object -> reading.apply(object).stream())
                .limit(MOST)
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<NamedParty> party(JsonNode identity) {
        return Optional.of(new NamedParty(identity.path("name").asText(), null, List.of(), null, null));
    }

    private static Optional<BulletinItem> item(JsonNode infrastructure) {
        @Nullable
        String code = Stream.of(infrastructure.path("external_references"))
                .flatMap(list -> {
                    List<JsonNode> all = new ArrayList<>();
                    list.forEach(all::add);
                    return all.stream();
                })
                .map(reference -> reference.path("external_id").asText())
                .filter(ControlCode::isWellFormed)
                .findFirst()
                .orElse(null);
        return Optional.of(new BulletinItem(code, infrastructure.path("name").asText()));
    }

    private static Optional<StateCode> country(JsonNode location) {
        return StateCode.parse(location.path("country").asText()).filter(StateCode::isKnown);
    }

    /** Whether it is a definition of TLP that everybody knows: it is not kept again. */
    public static boolean isKnownMarking(JsonNode object) {
        return StixMarking.known(object.path("id").asText()).isPresent();
    }
}
