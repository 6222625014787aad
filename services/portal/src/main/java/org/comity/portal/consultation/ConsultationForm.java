package org.comity.portal.consultation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Type;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.api.State;
import org.comity.portal.denial.DenialFilter;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.TransactionForm;
import org.comity.portal.denial.Words;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.Part;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/** What a drafter says of a consultation, described once: each field in its part, in the order of the pages. */
final class ConsultationForm {

    private static final int MOST_DENIALS = 100;

    private static final String CONSULTED = "consultedStates";
    private static final String TRANSACTION = "candidateTransaction";

    private final Page page;
    private final Words words;
    private final DraftTexts texts;
    private final ConsultationContent content;
    private final Services services;
    private final Reference reference;

    private ConsultationForm(Page page, ConsultationContent content, Services services, Reference reference) {
        this.page = page;
        this.words = new Words(page);
        this.texts = page.texts(DraftTexts.class);
        this.content = content;
        this.services = services;
        this.reference = reference;
    }

    /** In the language of a page, for that content: each state that is consulted has a part of its own. */
    static List<Part> parts(ObjectNode content, Page page, Services services, Reference reference) {
        ConsultationForm form =
                new ConsultationForm(page, Json.content(content, ConsultationContent.class), services, reference);
        List<Part> parts = new ArrayList<>(
                List.of(form.type(), form.question(), form.items(), form.parties(), form.transaction()));
        List<ConsultationContent.Consulted> states = form.content.consultedStates();
        parts.add(states.isEmpty() ? form.states().then("") : form.states());
        for (int at = 0; at < states.size(); at++) {
            Part cited = form.cited(states.get(at), at);
            parts.add(at == states.size() - 1 ? cited.then(Draft.CHECK) : cited);
        }
        parts.add(form.own());
        return parts;
    }

    /**
     * What is asked, to be read.
     *
     * @param base where its draft has its addresses; empty where it is no draft
     */
    static List<Reading> reading(Consultation one, Page page, Services services, Reference reference, String base) {
        ObjectNode content = Json.object();
        Json.put(content, "question", Json.node(one.question()));
        Json.put(content, TRANSACTION, Json.tree(one.transaction()));
        return new Draft(base, parts(content, page, services, reference), content, page)
                .reading(Set.of(), field -> Value.empty());
    }

    private Part type() {
        ConsultationTexts consultation = page.texts(ConsultationTexts.class);
        return Part.once(
                        "type",
                        texts.typeTitle(),
                        List.of(Field.radio(
                                        "type",
                                        texts.typeAsk(),
                                        Choice.all(Type.class, consultation::type, consultation::typeHint))
                                .called(texts.typeTitle())
                                .large()
                                .needed()))
                .task(texts.groupAsk(), texts.taskType(), texts.taskTypeHint())
                .intro(consultation.neverBlocks());
    }

    private Part question() {
        ConsultationTexts consultation = page.texts(ConsultationTexts.class);
        return Part.once(
                        "question",
                        texts.questionTitle(),
                        List.of(
                                Field.area("question", texts.questionAsk(), 5)
                                        .called(consultation.question())
                                        .hint(texts.questionHint())
                                        .most(4000)
                                        .always()
                                        .needed(),
                                Field.radio(
                                                "tlp",
                                                texts.tlpAsk(),
                                                Stream.of(Codes.Tlp.values())
                                                        .map(it -> new Choice(it.name(), it.label(), words.tlpHint(it)))
                                                        .toList())
                                        .hint(texts.tlpHint())
                                        .silent()))
                .task(texts.groupAsk(), texts.taskQuestion(), texts.taskQuestionHint())
                .read(consultation.question(), "");
    }

    private Part items() {
        return TransactionForm.itemsOf(TRANSACTION + "/items", texts.addItem(), words, reference)
                .task(texts.groupTransaction(), texts.taskItems(), texts.taskItemsHint())
                .read(
                        page.texts(DenialTexts.class).items(),
                        page.texts(ConsultationTexts.class).noItems());
    }

    private Part parties() {
        return TransactionForm.partiesOf(
                        TRANSACTION + "/parties", texts.addParty(), TransactionForm.party(words), words)
                .task(texts.groupTransaction(), texts.taskParties(), texts.taskPartiesHint())
                .read(
                        page.texts(DenialTexts.class).parties(),
                        page.texts(ConsultationTexts.class).noParties());
    }

    private Part transaction() {
        return Part.once(
                        "transaction",
                        texts.transactionTitle(),
                        List.of(
                                words.destination(TRANSACTION + "/destination")
                                        .alsoAt(TRANSACTION)
                                        .always()
                                        .needed(),
                                TransactionForm.statedEndUse(TRANSACTION + "/statedEndUse", words)))
                .task(texts.groupTransaction(), texts.taskTransaction(), texts.taskTransactionHint())
                .read(page.texts(ConsultationTexts.class).transaction(), "");
    }

    /** Every subscribing state but the own; those of the draft too, so that none is dropped unseen. */
    private Part states() {
        List<String> states = Stream.concat(
                        reference.subscribingStates().stream().map(State::iso2),
                        content.consultedStates().stream().map(ConsultationContent.Consulted::state))
                .filter(it -> !page.isOf(it))
                .distinct()
                .toList();
        boolean cites = content.consultedStates().stream()
                .anyMatch(it -> !it.denialRefs().isEmpty());
        return Part.once(
                        "states",
                        texts.statesTitle(),
                        List.of(Field.checks(CONSULTED, texts.statesAsk(), Countries.choices(states, page.locale()))
                                .called(texts.taskStates())
                                .hint(texts.statesHint())
                                .open()
                                .inColumns()
                                .bound(new ConsultedBinding(CONSULTED))))
                .task(texts.groupWhom(), texts.taskStates(), texts.taskStatesHint())
                .counted(it -> Json.elements(it, CONSULTED).size())
                .intro(texts.taskStatesHint())
                .inset(cites ? texts.statesCarry() : "");
    }

    /**
     * The denials that are cited to one state alone: its own that one may read, and those of one's own state (docs/rules.md
     * Whether one of the latter is released to it, the service says.
     */
    private Part cited(ConsultationContent.Consulted consulted, int at) {
        String state = consulted.state();
        String name = page.country(state);
        String pointer = CONSULTED + "/" + at + "/denialRefs";
        return Part.asking(
                        "states/" + state,
                        texts.citeTitle(name),
                        pointer,
                        "theirs",
                        new CitedBinding(pointer),
                        () -> cites(consulted, pointer))
                .task(texts.groupWhom(), texts.taskCite(name), texts.taskCiteHint())
                .counted(it -> Json.elements(it, pointer).size())
                .optional(content.type() != Type.NO_UNDERCUT)
                .intro(texts.citeIntro(name));
    }

    private List<Field> cites(ConsultationContent.Consulted consulted, String pointer) {
        String state = consulted.state();
        String name = page.country(state);
        List<Choice> theirs = new ArrayList<>(denialsOf(state));
        List<Choice> ours = denialsOf(page.person().orElseThrow().state().orElseThrow());
        Set<String> shown =
                Stream.concat(theirs.stream(), ours.stream()).map(Choice::value).collect(Collectors.toSet());
        // no longer in force, or no longer to be read: still to be taken off
        consulted.denialRefs().stream()
                .filter(it -> !shown.contains(it))
                .forEach(it -> theirs.add(new Choice(it, it, texts.citeKept())));
        List<Field> fields = new ArrayList<>();
        fields.add(Field.checks("theirs", texts.citeTheirs(name), theirs)
                .called(texts.citeTitle(name))
                .hint(theirs.isEmpty() ? texts.citeNone(name) + " " + texts.citeNoneText() : texts.citeHint())
                .alsoAt(pointer));
        if (!ours.isEmpty()) {
            fields.add(Field.checks("ours", texts.citeOurs(), ours).hint(texts.citeOursHint(name)));
        }
        return fields;
    }

    /** Denials in force of that originator, those like the transaction first. */
    private List<Choice> denialsOf(String originator) {
        return services
                .at("/denials/v1/denials")
                .with("status", DenialFilter.inForce())
                .with("originator", originator)
                .with("limit", MOST_DENIALS)
                .read(DenialSummary.Page.class)
                .items()
                .stream()
                .sorted(Comparator.comparingInt(it -> -likeness(it, content.transaction())))
                .map(it -> new Choice(it.ref(), it.ref(), words.headline(it)))
                .toList();
    }

    private static int likeness(DenialSummary denial, ConsultationContent.Transaction transaction) {
        boolean item = transaction.items().stream()
                .map(DenialContent.Item::controlCode)
                .anyMatch(denial.controlCodes()::contains);
        boolean destination =
                denial.destinationState() != null && denial.destinationState().equals(transaction.destination());
        return (item ? 2 : 0) + (destination ? 1 : 0);
    }

    private Part own() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.input("internalRef", texts.ownRef()).width(20));
        fields.addAll(TransactionForm.annex(words));
        return Part.once("own", texts.ownTitle(), fields)
                .task(texts.groupSend(), texts.taskOwn(), texts.taskOwnHint())
                .intro(texts.ownIntro())
                .optional(true)
                .then("");
    }
}
