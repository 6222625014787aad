package org.comity.portal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.State;
import org.comity.portal.api.Steps;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.Part;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Binding;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/**
 * The fields that say to whom a record is released: in a draft, at its approval, and later.
 *
 * <p>Rules: R-232.
 */
public final class ReleaseForm {

    /** Whom it goes to. */
    public static final String MODE = "releasability/mode";

    private static final String STATES = "releasability/states";
    private static final String EXCLUDED = "releasability/excluded";
    private static final String REGIME = "releasability/regime";
    private static final String TLP = "tlp";
    private static final String USE = "permittedUse";
    private static final String PROVENANCE = "provenance";
    /** The regime in which a record was learned; the service has one regime, and it is asked for in two places. */
    private static final String DERIVED_FROM = "derivedFrom";

    private ReleaseForm() {}

    /** The fields, for a person of one state: nobody releases to their own. */
    public static List<Field> fields(List<State> subscribing, Words words) {
        DenialTexts texts = words.denial;
        List<Choice> states = words.states(
                subscribing.stream().filter(it -> !words.page.isOf(it.iso2())).toList());
        return List.of(
                Field.radio(
                                MODE,
                                texts.modeAsk(),
                                Choice.all(
                                        Codes.ReleaseMode.class,
                                        words.code::releaseMode,
                                        mode -> hint(mode, subscribing.size(), texts)))
                        .called(texts.releasedTo())
                        .needed()
                        .alsoAt("releasability")
                        .answers((content, page) -> List.of(
                                new Field.Answer(MODE, texts.releasedTo(), releasedTo(content, words), true, true)))
                        .revealing(
                                Codes.ReleaseMode.LIST.name(),
                                Field.checks(STATES, texts.statesAsk(), states)
                                        .open()
                                        .inColumns())
                        .revealing(
                                Codes.ReleaseMode.REGIME.name(),
                                Field.select(REGIME, texts.regimeAsk(), regimes(subscribing, words))),
                Field.fold(
                        "",
                        texts.excludedAsk(),
                        List.of(Field.checks(EXCLUDED, texts.excludedLegend(), states)
                                .called(texts.excluded())
                                .hint(texts.excludedHint())
                                .shown((content, page) ->
                                        Value.empty().chips(page.countries(Json.texts(content, EXCLUDED))))
                                .open()
                                .inColumns())),
                Field.radio(
                                TLP,
                                texts.tlpAsk(),
                                Arrays.stream(Codes.Tlp.values())
                                        .map(it -> new Choice(it.name(), it.label(), words.code.tlpHint(it)))
                                        .toList())
                        .called(texts.tlp())
                        .needed()
                        .always()
                        .shown((content, page) -> marking(content, words))
                        .hint(texts.tlpHint()),
                Field.checks(
                                USE,
                                texts.permittedUseAsk(),
                                Choice.all(
                                        Codes.PermittedUse.class,
                                        words.code::permittedUse,
                                        words.code::permittedUseHint))
                        .called(texts.permittedUse())
                        .always()
                        .needed());
    }

    /** Where the drafter has it from. */
    public static Field provenance(List<State> subscribing, Words words) {
        return provenance(subscribing, words, words.code::provenance);
    }

    private static Field provenance(List<State> subscribing, Words words, Function<Codes.Provenance, String> called) {
        return Field.radio(PROVENANCE, words.denial.provenanceAsk(), Choice.all(Codes.Provenance.class, called))
                .called(words.denial.provenance())
                .revealing(
                        Codes.Provenance.REGIME_DERIVED.name(),
                        Field.select(DERIVED_FROM, words.denial.derivedFromAsk(), regimes(subscribing, words))
                                .alsoAt(REGIME, form -> !isRegimeAsked(form)));
    }

    /** How a draft is released and where it comes from, to be read as one. */
    public static Field draft(List<State> subscribing, Words words) {
        return draft(subscribing, words, words.code::provenance);
    }

    /** The same of what is no decision: its origins have other words. */
    public static Field draft(List<State> subscribing, Words words, Function<Codes.Provenance, String> called) {
        List<Field> fields = new ArrayList<>(fields(subscribing, words));
        fields.add(provenance(subscribing, words, called));
        return Field.group(fields).bound(new Released());
    }

    /** How it is released, as one: what does not go with the mode is passed on, for the service to find fault with. */
    private record Released() implements Binding {

        @Override
        public void show(JsonNode content, Form form) {
            DenialContent.Releasability release = Json.isNothing(Json.at(content, "releasability"))
                    ? null
                    : Json.content(Json.at(content, "releasability"), DenialContent.Releasability.class);
            ReleaseForm.show(form, release, null, List.of())
                    .put(TLP, Json.text(content, TLP))
                    .put(USE, Json.texts(content, USE))
                    .put(PROVENANCE, Json.text(content, PROVENANCE));
        }

        @Override
        public void read(Form form, ObjectNode content, Page page) {
            Json.put(content, "releasability", Json.node(releasability(form)));
            Json.put(content, TLP, Json.node(tlp(form)));
            Json.put(content, USE, Json.node(permittedUse(form)));
            Json.put(content, PROVENANCE, Json.node(form.code(PROVENANCE, Codes.Provenance.class)));
        }
    }

    /** To whom a content is released, with the regime or the states. */
    private static Value releasedTo(JsonNode content, Words words) {
        String mode = Json.text(content, MODE);
        if (mode.isEmpty()) {
            return Value.empty();
        }
        String regime = Json.text(content, REGIME);
        return Value.of(words.code.releasedTo(Codes.ReleaseMode.valueOf(mode)))
                .text(regime.isEmpty() ? "" : "(" + words.code.regime(Codes.Regime.valueOf(regime)) + ")")
                .chips(words.page.countries(Json.texts(content, STATES)));
    }

    private static Value marking(JsonNode content, Words words) {
        String tlp = Json.text(content, TLP);
        if (tlp.isEmpty()) {
            return Value.empty();
        }
        Codes.Tlp code = Codes.Tlp.valueOf(tlp);
        return Value.empty().marking(code).line().text(words.code.tlpHint(code));
    }

    /** How something is released, to be read; it has the fields that the release of a denial has. */
    public static List<Reading> reading(Object released, Page page, Reference reference) {
        Words words = new Words(page);
        Part part = Part.once("release", "", List.of(draft(reference.subscribingStates(), words)))
                .read(words.denial.cardRelease(), "");
        return new Draft("", List.of(part), Json.tree(released), page).reading(Set.of(), field -> Value.empty());
    }

    /** The marking that the person's state set in the registry for what it writes; nothing while nobody can tell. */
    public static Optional<Codes.Tlp> ownMarking(Page page, Reference reference) {
        return page.person().flatMap(Person::state).flatMap(reference::defaults).map(State.Defaults::tlp);
    }

    private static boolean isRegimeAsked(Form form) {
        return form.has(MODE, Codes.ReleaseMode.REGIME.name()) || form.text(REGIME) != null;
    }

    private static String hint(Codes.ReleaseMode mode, int subscribing, DenialTexts texts) {
        return switch (mode) {
            case ALL -> subscribing == 0 ? "" : texts.modeAllHint(subscribing);
            case LIST -> texts.modeListHint();
            case REGIME -> texts.modeRegimeHint();
            case ORIGINATOR_ONLY -> texts.modeOwnHint();
        };
    }

    private static List<Choice> regimes(List<State> subscribing, Words words) {
        return Arrays.stream(Codes.Regime.values())
                .map(it -> Choice.of(it.name(), regime(it, subscribing, words)))
                .toList();
    }

    private static String regime(Codes.Regime regime, List<State> subscribing, Words words) {
        int members =
                (int) subscribing.stream().filter(it -> it.isMemberOf(regime)).count();
        String name = words.code.regime(regime);
        return subscribing.isEmpty() ? name : words.denial.regimeCount(name, members);
    }

    /** A form that shows how a draft is released. */
    static Form show(Form form, DenialContent content) {
        return show(form, content.releasability(), content.tlp(), content.permittedUse());
    }

    /** A form that shows this release. */
    public static Form show(
            Form form,
            DenialContent.@Nullable Releasability release,
            Codes.@Nullable Tlp tlp,
            List<Codes.PermittedUse> permittedUse) {
        if (release != null) {
            form.put(MODE, release.mode())
                    .put(STATES, release.states())
                    .put(EXCLUDED, release.excluded())
                    .put(DERIVED_FROM, release.regime());
            if (release.mode() == Codes.ReleaseMode.REGIME) {
                form.put(REGIME, release.regime());
            }
        }
        return form.put(TLP, tlp).put(USE, permittedUse);
    }

    /**
     * What was chosen; null where no mode was. Whatever was sent is passed on, also what does not go with the mode, so that
     * the service finds fault with it: who ticked states and overlooked the choice of a list would else release to
     * all. With script, what is folded away is not sent.
     *
     * @param derivedFrom the regime in which the record was learned, which bounds its release whatever the mode
     */
    public static DenialContent.@Nullable Releasability releasability(Form form, Codes.@Nullable Regime derivedFrom) {
        Codes.ReleaseMode mode = form.code(MODE, Codes.ReleaseMode.class);
        if (mode == null) {
            return null;
        }
        Codes.Regime regime = form.code(REGIME, Codes.Regime.class);
        return new DenialContent.Releasability(
                mode,
                form.all(STATES),
                form.all(EXCLUDED),
                mode == Codes.ReleaseMode.REGIME || derivedFrom == null ? regime : derivedFrom);
    }

    /** What was chosen, with the regime in which the form says that the record was learned. */
    public static DenialContent.@Nullable Releasability releasability(Form form) {
        boolean derived = form.has(PROVENANCE, Codes.Provenance.REGIME_DERIVED.name());
        return releasability(form, derived ? form.code(DERIVED_FROM, Codes.Regime.class) : null);
    }

    /** How it is marked. */
    public static Codes.@Nullable Tlp tlp(Form form) {
        return form.code(TLP, Codes.Tlp.class);
    }

    /** What it may be used for. */
    public static List<Codes.PermittedUse> permittedUse(Form form) {
        return form.codes(USE, Codes.PermittedUse.class);
    }

    /** The body of the steps that release a record; where it was learned stays as it is. */
    static Steps.Release step(Form form, DenialContent record) {
        Codes.Regime derivedFrom =
                record.provenance() == Codes.Provenance.REGIME_DERIVED && record.releasability() != null
                        ? record.releasability().regime()
                        : null;
        return step(form, derivedFrom);
    }

    /** The body of the steps that release what was learned in that regime; null for none. */
    public static Steps.Release step(Form form, Codes.@Nullable Regime derivedFrom) {
        return new Steps.Release(releasability(form, derivedFrom), tlp(form), permittedUse(form));
    }
}
