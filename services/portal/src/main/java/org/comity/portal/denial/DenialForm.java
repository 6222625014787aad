package org.comity.portal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.State;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.Part;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Field;
import org.comity.portal.form.Field.Answer;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/**
 * What a drafter says of a denial, described once: each field in its part, in the order of the pages.
 *
 * <p>Rules.
 */
public final class DenialForm {

    private static final int MOST_ROWS = 20;

    /** So many parts tell the case; the parts after them tell how it is handled. */
    private static final int CASE = 5;

    /** So many parts tell what was decided on which items. */
    private static final int HEADER = 2;

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
     * @param full whether all of the case is shown, and not only what was decided on which items
     */
    static Readings reading(
            DenialContent content,
            Page page,
            Reference reference,
            String base,
            Set<String> changed,
            boolean own,
            boolean full) {
        Words words = new Words(page);
        List<Part> parts = parts(page, reference);
        return new Readings(
                of(parts.subList(0, full ? CASE : HEADER), content, page, base)
                        .reading(changed, field -> words.withheld(content.ground(field), own)),
                of(parts.subList(CASE, parts.size()), content, page, base).reading(changed, field -> Value.empty()));
    }

    private static Draft of(List<Part> parts, DenialContent content, Page page, String base) {
        return new Draft(base, parts, Json.tree(content), page);
    }

    /** A denial as a page shows it: the case in the main column, how it is handled at the side. */
    record Readings(List<Reading> main, List<Reading> side) {}

    /** The parts in which an amendment differs from what stands. */
    static Set<String> changed(Denial one, Page page, Reference reference) {
        return one.amendment() == null
                ? Set.of()
                : new Draft("", parts(page, reference), Json.tree(one.draft()), page).changed(Json.tree(one.content()));
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
                                .bound(new FinalAssessmentBinding(look.assessmentGoes())));
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
                        words.page, step, step.form(), FinalAssessmentBinding.isAsked(step.form())));
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
                                        .answers(TransactionForm.each(
                                                "externalRefs",
                                                it -> texts.externalRef(Json.text(it, "system")),
                                                it -> Value.of(Json.text(it, "ref")))),
                                Field.input("supersedes", elsewhere.supersedesAsk())
                                        .called(texts.supersedes())
                                        .hint(elsewhere.supersedesHint())
                                        .width(20)))
                .hint(elsewhere.hint());
    }

    private Part items() {
        return TransactionForm.itemsOf("items", texts.addItem(), words, reference)
                .task(texts.groupWhat(), texts.taskItems(), texts.taskItemsHint())
                .read(texts.items(), texts.noItems());
    }

    private Part parties() {
        List<Field> fields = new ArrayList<>(TransactionForm.party(words));
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
                .answers(TransactionForm.each(
                        "identifiers", it -> Json.text(it, "type"), it -> Value.of(Json.text(it, "value"))))
                .called(texts.identifiers())
                .hint(texts.identifiersHint() + " " + texts.moreAfterSaving()));
        return TransactionForm.partiesOf("parties", texts.addParty(), fields, words)
                .task(texts.groupWhom(), texts.taskParties(), texts.taskPartiesHint())
                .read(texts.parties(), texts.noParties());
    }

    private Part endUse() {
        return Part.once(
                        "end-use",
                        texts.endUseTitle(),
                        List.of(
                                TransactionForm.statedEndUse("statedEndUse", words),
                                Field.area("assessedEndUse", texts.assessedEndUseAsk(), 6)
                                        .called(texts.assessedEndUse())
                                        .hint(texts.assessedEndUseHint())
                                        .most(4000)
                                        .always()))
                .task(texts.groupWhom(), texts.taskEndUse(), texts.taskEndUseHint())
                .read(texts.cardEndUse(), "");
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
        fields.add(Field.input("contact", texts.contactAsk())
                .called(texts.contact())
                .hint(texts.contactHint())
                .most(200));
        fields.add(WithheldBinding.field(words));
        return Part.once("release", texts.releaseTitle(), fields)
                .task(texts.groupWho(), texts.taskRelease(), texts.taskReleaseHint())
                .read(texts.cardRelease(), "")
                .intro(texts.releaseIntro())
                .then(Draft.CHECK);
    }

    private Part annex() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.input("nationalRef", texts.nationalRefAsk())
                .called(texts.nationalRef())
                .always()
                .width(20));
        fields.addAll(TransactionForm.annex(words));
        return Part.once("annex", texts.annexTitle(), fields)
                .task(texts.groupWho(), texts.taskAnnex(), texts.taskAnnexHint())
                .read(texts.cardAnnex(), "")
                .intro(texts.annexIntro())
                .optional(true)
                .then("");
    }
}
