package org.comity.portal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Reference;
import org.comity.portal.api.State;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.Part;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Binding;
import org.comity.portal.form.Field;
import org.comity.portal.form.Field.Answer;
import org.comity.portal.form.Json;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a drafter says of a denial, described once: each field in its part, in the order of the pages.
 *
 * <p>Rules.
 */
public final class DenialForm {

    private static final int MOST_ROWS = 20;
    private static final int MOST_FIGURES = 30;

    private final Words words;
    private final DenialTexts texts;
    private final Reference reference;

    private DenialForm(Words words, Reference reference) {
        this.words = words;
        this.texts = words.denial;
        this.reference = reference;
    }

    /** In the language of a page. */
    public static List<Part> parts(Page page, Reference reference) {
        DenialForm form = new DenialForm(new Words(page), reference);
        return List.of(
                form.decision(),
                form.items(),
                form.parties(),
                form.endUse(),
                form.reasons(),
                form.release(),
                form.annex());
    }

    /** What the field of that pointer is called; nothing where no part asks for it. */
    public static Optional<String> label(String pointer, Page page, Reference reference) {
        return new Draft("", parts(page, reference), Json.tree(DenialContent.empty()), page).label(pointer);
    }

    /**
     * What a denial says, to be read.
     *
     * @param base where its draft has its addresses; empty where it is no draft
     * @param changed the parts that differ from what stands
     * @param own whether it is of the reader's own state
     * @param full whether all of it is shown, and not only what was decided on which items
     */
    static List<Reading> reading(
            DenialContent content,
            Page page,
            Reference reference,
            String base,
            Set<String> changed,
            boolean own,
            boolean full) {
        Words words = new Words(page);
        List<Part> parts = parts(page, reference);
        return new Draft(base, full ? parts : parts.subList(0, 2), Json.tree(content), page)
                .reading(changed, field -> words.withheld(content.ground(field), own));
    }

    private Part decision() {
        LookTexts look = words.look;
        StandingTexts standing = words.page.texts(StandingTexts.class);
        String suspension = Codes.DenialKind.SUSPENSION.name();
        Field kind = Field.radio(
                        "kind",
                        texts.kindAsk(),
                        Choice.all(Codes.DenialKind.class, words.code::kind, words.code::kindHint))
                .called(texts.kind())
                .needed()
                .revealing(
                        suspension,
                        Field.day("suspensionEndsOn", texts.suspensionEndsAsk())
                                .called(texts.suspensionEnds())
                                .hint(texts.suspensionEndsHint())
                                .onlyWhere("kind", suspension),
                        Field.area("finalAssessment", standing.assessmentAsk(), 4)
                                .called(texts.finalAssessment())
                                .hint(standing.assessmentHint())
                                .most(4000)
                                .bound(new FinalAssessment(look.assessmentGoes())));
        return Part.once(
                        "decision",
                        texts.decisionTitle(),
                        List.of(
                                kind,
                                Field.day("decisionDate", texts.decisionDateAsk())
                                        .called(texts.decisionDate())
                                        .hint(texts.dateHint(words.example()))
                                        .needed(),
                                Field.radio(
                                                "basis",
                                                texts.basisAsk(),
                                                Choice.all(Codes.DenialBasis.class, words.code::basis))
                                        .called(texts.basis())
                                        .needed(),
                                words.destination("destinationState").needed(),
                                Field.fold("", texts.transitAsk(), List.of(transit())),
                                Field.radio(
                                                "validityPolicy",
                                                texts.validityAsk(),
                                                Choice.all(Codes.ValidityPolicy.class, words.code::validity))
                                        .called(texts.validity()),
                                Field.day("validFrom", texts.validFromAsk())
                                        .called(texts.validFrom())
                                        .hint(texts.validFromHint())
                                        .answers(this::renewed),
                                elsewhere()))
                .task(texts.groupWhat(), texts.taskDecision(), texts.taskDecisionHint())
                .read(texts.cardDecision(), "")
                .as(step -> new DraftResource.Decision(
                        words.page, step, step.form(), FinalAssessment.isAsked(step.form())));
    }

    /** From when it counts; why it was renewed is typed where a renewal is proposed. */
    private List<Answer> renewed(JsonNode content, Page page) {
        String from = Json.text(content, "validFrom");
        return List.of(
                Answer.of(texts.validFrom(), Value.of(from.isEmpty() ? "" : page.day(LocalDate.parse(from)))),
                Answer.of(texts.renewalGrounds(), Value.empty().written(Json.text(content, "renewalGrounds"))));
    }

    private Field transit() {
        return Field.rows(
                        "transitStates",
                        texts.transit(),
                        MOST_ROWS,
                        2,
                        at -> List.of(Field.select("", texts.transitNumber(at + 1), words.countries())
                                .none(texts.noCountry())
                                .open()))
                .hint(texts.moreAfterSaving())
                .shown((content, page) -> Value.empty().chips(page.countries(Json.texts(content, "transitStates"))));
    }

    /** Where else the case stands: in rows of a system and a reference, by the names of the regimes. */
    private Field elsewhere() {
        ElsewhereTexts elsewhere = words.page.texts(ElsewhereTexts.class);
        List<Choice> systems = Stream.of(Codes.Regime.WA, Codes.Regime.EU, Codes.Regime.NSG, Codes.Regime.AG)
                .map(it -> Choice.of(it.name(), words.code.regime(it)))
                .toList();
        return Field.fold(
                        "",
                        elsewhere.ask(),
                        List.of(
                                Field.rows(
                                                "externalRefs",
                                                elsewhere.ask(),
                                                MOST_ROWS,
                                                2,
                                                at -> List.of(
                                                        Field.select("system", elsewhere.systemAsk(at + 1), systems)
                                                                .none(elsewhere.none())
                                                                .open(),
                                                        Field.input("ref", elsewhere.refAsk(at + 1))
                                                                .width(20)))
                                        .hint(texts.moreAfterSaving())
                                        .answers(each(
                                                "externalRefs",
                                                it -> texts.externalRef(Json.text(it, "system")),
                                                it -> Value.of(Json.text(it, "ref")))),
                                Field.input("supersedes", elsewhere.supersedesAsk())
                                        .called(texts.supersedes())
                                        .hint(elsewhere.supersedesHint())
                                        .width(20)))
                .hint(elsewhere.hint());
    }

    /** Answers of the elements of a list, each with a label of its own. */
    private static BiFunction<JsonNode, Page, List<Answer>> each(
            String list, Function<JsonNode, String> label, Function<JsonNode, Value> value) {
        return (content, page) -> Json.elements(content, list).stream()
                .map(it -> Answer.of(label.apply(it), value.apply(it)))
                .toList();
    }

    private Part items() {
        return itemsOf("items", texts.addItem(), words, reference)
                .task(texts.groupWhat(), texts.taskItems(), texts.taskItemsHint())
                .read(texts.items(), texts.noItems());
    }

    /** The items in a list, for other records whose items are like a denial's too. */
    public static Part itemsOf(String list, String add, Words words, Reference reference) {
        DenialTexts texts = words.denial;
        return Part.several("items", list, texts.itemsTitle(), add, item(words, reference))
                .elements(
                        (item, at) -> item == null ? texts.itemNew() : texts.itemChange(at + 1),
                        (item, at) -> texts.itemTitle(at + 1));
    }

    private static List<Field> item(Words words, Reference reference) {
        DenialTexts texts = words.denial;
        return List.of(
                Field.area("description", texts.descriptionAsk(), 3)
                        .called(texts.description())
                        .hint(texts.descriptionHint())
                        .most(2000),
                Field.input("controlCode", texts.controlCodeAsk())
                        .called(texts.controlCode())
                        .hint(texts.controlCodeHint())
                        .width(10)
                        .suggesting(words.entries(reference.controlListEntries()))
                        .spelt(DenialForm::code)
                        .shown((item, page) -> controlled(item, words)),
                Field.select(
                                "controlList",
                                texts.controlListAsk(),
                                Choice.all(Codes.ControlList.class, words.code::controlList))
                        .none(words.notSaid())
                        .silent(),
                Field.select(
                                "productType",
                                texts.productTypeAsk(),
                                Choice.all(Codes.ProductType.class, words.code::productType))
                        .called(texts.productType())
                        .none(words.notSaid()),
                Field.radio(
                                "sensitivity",
                                texts.sensitivityAsk(),
                                Choice.all(Codes.Sensitivity.class, words.code::sensitivity))
                        .called(texts.sensitivity()),
                Field.beside(
                        Field.number("quantity", texts.quantityAsk())
                                .called(texts.quantity())
                                .shown((item, page) ->
                                        number(item, "quantity", page).text(Json.text(item, "unit"))),
                        Field.input("unit", texts.unitAsk())
                                .called(texts.unit())
                                .silent()),
                Field.rows(
                                "keyParameters",
                                texts.figuresAsk(),
                                MOST_FIGURES,
                                2,
                                at -> List.of(
                                        Field.input("name", texts.figureName()).blankIsSaid(),
                                        Field.input("value", texts.figureValue())
                                                .blankIsSaid(),
                                        Field.input("unit", texts.unitAsk())))
                        .answers(each(
                                "keyParameters", it -> Json.text(it, "name"), it -> Value.of(Json.text(it, "value"))
                                        .text(Json.text(it, "unit"))))
                        .called(texts.figures())
                        .hint(texts.figuresHint() + " " + texts.moreAfterSaving()));
    }

    /** The code of an item, with its list. */
    private static Value controlled(JsonNode item, Words words) {
        String list = Json.text(item, "controlList");
        return Value.of(Json.text(item, "controlCode"))
                .quiet(list.isEmpty() ? "" : "(" + words.code.controlList(Codes.ControlList.valueOf(list)) + ")");
    }

    private static Value number(JsonNode about, String name, Page page) {
        JsonNode number = Json.at(about, name);
        return Value.of(number.isNumber() ? page.number(number.decimalValue()) : "");
    }

    /** As the lists write it: letters of the first part large, of the others small. */
    static String code(String typed) {
        int dot = typed.indexOf('.');
        return dot < 0
                ? typed.toUpperCase(Locale.ROOT)
                : typed.substring(0, dot).toUpperCase(Locale.ROOT)
                        + typed.substring(dot).toLowerCase(Locale.ROOT);
    }

    private Part parties() {
        List<Field> fields = new ArrayList<>(party(words));
        fields.add(
                3,
                Field.list("aliases", texts.aliasesAsk(), 2)
                        .called(texts.aliases())
                        .hint(texts.onePerLine())
                        .shown((party, page) -> Value.empty().chips(Json.texts(party, "aliases"))));
        fields.add(4, Field.area("address", texts.addressAsk(), 3).called(texts.address()));
        fields.add(
                6,
                Field.select(
                                "entityType",
                                texts.entityTypeAsk(),
                                Choice.all(Codes.EntityType.class, words.code::entityType))
                        .called(texts.entityType())
                        .none(words.notSaid()));
        fields.add(Field.rows(
                        "identifiers",
                        texts.identifiersAsk(),
                        MOST_ROWS,
                        1,
                        at -> List.of(
                                Field.input("type", texts.identifierType()).blankIsSaid(),
                                Field.input("value", texts.identifierValue()).blankIsSaid()))
                .answers(each("identifiers", it -> Json.text(it, "type"), it -> Value.of(Json.text(it, "value"))))
                .called(texts.identifiers())
                .hint(texts.identifiersHint() + " " + texts.moreAfterSaving()));
        return partiesOf("parties", texts.addParty(), fields, words)
                .task(texts.groupWhom(), texts.taskParties(), texts.taskPartiesHint())
                .read(texts.parties(), texts.noParties());
    }

    /** The parties in a list, each called by its name. */
    public static Part partiesOf(String list, String add, List<Field> fields, Words words) {
        DenialTexts texts = words.denial;
        return Part.several("parties", list, texts.partiesTitle(), add, fields)
                .elements(
                        (party, at) -> party == null ? texts.partyNew() : texts.partyChange(name(party, texts)),
                        (party, at) -> name(party, texts));
    }

    private static String name(JsonNode party, DenialTexts texts) {
        String name = Json.text(party, "name");
        return name.isEmpty() ? texts.unnamed() : name;
    }

    /** The fields of a party that every record of parties has. */
    public static List<Field> party(Words words) {
        DenialTexts texts = words.denial;
        return List.of(
                Field.radio("role", texts.roleAsk(), Choice.all(Codes.PartyRole.class, words.code::partyRole))
                        .called(texts.role()),
                Field.input("name", texts.nameAsk()).hint(texts.nameHint()).silent(),
                Field.input("nativeScriptName", texts.nativeNameAsk())
                        .called(texts.nativeName())
                        .hint(texts.nativeNameHint())
                        .shown((party, page) -> Value.empty().ofOtherScript(Json.text(party, "nativeScriptName"))),
                Field.select("country", texts.countryAsk(), words.countries())
                        .called(texts.country())
                        .open(),
                Field.tick("isNaturalPerson", texts.naturalPersonAsk(), texts.naturalPersonYes())
                        .called(texts.naturalPerson())
                        .hint(texts.naturalPersonHint()));
    }

    private Part endUse() {
        return Part.once(
                        "end-use",
                        texts.endUseTitle(),
                        List.of(
                                statedEndUse("statedEndUse", words),
                                Field.area("assessedEndUse", texts.assessedEndUseAsk(), 6)
                                        .called(texts.assessedEndUse())
                                        .hint(texts.assessedEndUseHint())
                                        .most(4000)
                                        .always()))
                .task(texts.groupWhom(), texts.taskEndUse(), texts.taskEndUseHint())
                .read(texts.cardEndUse(), "");
    }

    /** What the applicant said that it is for. */
    public static Field statedEndUse(String name, Words words) {
        return Field.area(name, words.denial.statedEndUseAsk(), 4)
                .called(words.denial.statedEndUse())
                .hint(words.denial.statedEndUseHint())
                .most(4000)
                .always()
                .needed();
    }

    private Part reasons() {
        return Part.several(
                        "reasons",
                        "reasons",
                        texts.reasonsTitle(),
                        texts.addReason(),
                        List.of(
                                Field.radio(
                                                "criterion",
                                                texts.criterionAsk(),
                                                Choice.all(Codes.Criterion.class, words.code::criterion))
                                        .called(texts.criterion())
                                        .always(),
                                Field.checks(
                                                "misuseTypes",
                                                texts.misuseAsk(),
                                                Choice.all(Codes.MisuseType.class, words.code::misuse))
                                        .called(texts.misuse())
                                        .hint(texts.allThatApply())
                                        .inColumns(),
                                Field.checks(
                                                "rightsEngaged",
                                                texts.rightsAsk(),
                                                Choice.all(Codes.Right.class, words.code::right))
                                        .called(texts.rights())
                                        .hint(texts.allThatApply())
                                        .inColumns(),
                                Field.area("tearline", texts.tearlineAsk(), 3)
                                        .called(texts.tearline())
                                        .hint(texts.tearlineHint())
                                        .most(2000),
                                Field.area("narrative", texts.narrativeAsk(), 8)
                                        .called(texts.narrative())
                                        .hint(texts.narrativeHint())
                                        .most(10000)))
                .elements(
                        (reason, at) -> reason == null ? texts.reasonNew() : texts.reasonChange(at + 1),
                        (reason, at) -> texts.reasonTitle(at + 1))
                .task(texts.groupWhom(), texts.taskReasons(), texts.taskReasonsHint())
                .read(texts.reasons(), texts.noReasons());
    }

    private Part release() {
        List<State> states = reference.subscribingStates();
        List<Field> fields = new ArrayList<>();
        fields.add(ReleaseForm.draft(states, words));
        fields.add(Field.list("caveats", texts.caveatsAsk(), 2)
                .called(texts.caveats())
                .hint(texts.onePerLine()));
        fields.add(withheld());
        return Part.once("release", texts.releaseTitle(), fields)
                .task(texts.groupWho(), texts.taskRelease(), texts.taskReleaseHint())
                .intro(texts.releaseIntro())
                .then(Draft.CHECK);
    }

    /** A ground for each field that can be held back. */
    private Field withheld() {
        List<Choice> grounds = Choice.all(Codes.WithheldGround.class, words.code::ground);
        List<Field> fields = Choice.all(Codes.WithheldField.class, words.code::field).stream()
                .map(it -> Field.select("withheld/" + it.value(), it.text(), grounds)
                        .none(texts.notWithheld()))
                .toList();
        return Field.fold("withheld", texts.withheldAsk(), fields)
                .hint(texts.withheldHint())
                .bound(new Withheld(fields));
    }

    private Part annex() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.input("nationalRef", texts.nationalRefAsk())
                .called(texts.nationalRef())
                .width(20));
        fields.addAll(annex(words));
        return Part.once("annex", texts.annexTitle(), fields)
                .task(texts.groupWho(), texts.taskAnnex(), texts.taskAnnexHint())
                .intro(texts.annexIntro())
                .optional(true)
                .then("");
    }

    /** What a state keeps to itself, of any record. */
    public static List<Field> annex(Words words) {
        DenialTexts texts = words.denial;
        return List.of(
                Field.input("nationalAnnex/exporter", texts.exporterAsk())
                        .called(texts.exporter())
                        .alsoAt("nationalAnnex"),
                Field.area("nationalAnnex/exporterAddress", texts.exporterAddressAsk(), 3)
                        .called(texts.address()),
                Field.beside(
                        Field.number("nationalAnnex/value", texts.valueAsk()).called(texts.value()),
                        Field.input("nationalAnnex/currency", texts.currencyAsk())
                                .hint(texts.currencyHint())
                                .width(3)
                                .spelt(it -> it.toUpperCase(Locale.ROOT))),
                Field.area("nationalAnnex/note", texts.noteAsk(), 4)
                        .called(texts.note())
                        .most(4000));
    }

    /** What is withheld is a list; on the page it is a choice for each field. */
    private record Withheld(List<Field> fields) implements Binding {

        @Override
        public void show(JsonNode content, Form form) {
            Json.elements(content, "withheld")
                    .forEach(it -> form.put("withheld/" + Json.text(it, "field"), Json.text(it, "ground")));
        }

        @Override
        public void read(Form form, ObjectNode content, Page page) {
            ObjectNode chosen = Json.object();
            fields.forEach(it -> it.binding().read(form, chosen, page));
            List<ObjectNode> withheld = new ArrayList<>();
            for (Codes.WithheldField field : Codes.WithheldField.values()) {
                String ground = Json.text(chosen, "withheld/" + field.name());
                if (!ground.isEmpty()) {
                    withheld.add(Json.object().put("field", field.name()).put("ground", ground));
                }
            }
            Json.put(content, "withheld", Json.listOf(withheld));
        }
    }

    /**
     * Only a suspension has a final assessment: what a denial has is erased by a word of its own, and not by choosing
     * another kind.
     *
     * @param goes what is said where another kind was chosen
     */
    private record FinalAssessment(String goes) implements Binding {

        private static final String NAME = "finalAssessment";
        private static final String ERASE = "eraseAssessment";

        /** Whether the page asks if it is to be erased. */
        static boolean isAsked(Form form) {
            return form.error(ERASE) != null || form.has(ERASE, "yes");
        }

        @Override
        public void show(JsonNode content, Form form) {
            form.put(NAME, Json.text(content, NAME));
        }

        @Override
        public void read(Form form, ObjectNode content, Page page) {
            String typed = form.text(NAME);
            if (form.has("kind", Codes.DenialKind.SUSPENSION.name())) {
                Json.put(content, NAME, Json.node(typed));
                return;
            }
            // with script, what is folded away is not sent
            @Nullable String kept = typed == null ? before(content) : typed;
            form.put(NAME, kept);
            boolean erased = kept == null || form.has(ERASE, "yes");
            if (!erased) {
                form.fault(ERASE, goes);
            }
            Json.put(content, NAME, Json.node(erased ? null : kept));
        }

        private static @Nullable String before(JsonNode content) {
            String there = Json.text(content, NAME);
            return there.isEmpty() ? null : there;
        }
    }
}
