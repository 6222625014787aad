package org.comity.portal.bulletin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.BulletinCodes;
import org.comity.portal.api.BulletinContent;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.TransactionForm;
import org.comity.portal.denial.Words;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.Part;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Binding;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/** What the drafter of a bulletin says, described once: each field in its part, in the order of the pages. */
final class BulletinForm {

    private static final int MOST_COUNTRIES = 60;
    private static final int LEAST_CREDIBLE = 6;
    private static final String COURT = "inCourt";
    private static final String EXPORTERS = "withExporters";

    private final Page page;
    private final Words words;
    private final BulletinTexts texts;
    private final DenialTexts denial;
    private final CodeTexts code;
    private final Reference reference;
    private final String files;

    private BulletinForm(Page page, Reference reference, String files) {
        this.files = files;
        this.page = page;
        this.words = new Words(page);
        this.texts = page.texts(BulletinTexts.class);
        this.denial = page.texts(DenialTexts.class);
        this.code = page.texts(CodeTexts.class);
        this.reference = reference;
    }

    /**
     * In the language of a page.
     *
     * @param files where its files are downloaded; empty where they are named alone
     */
    static List<Part> parts(Page page, Reference reference, String files) {
        BulletinForm form = new BulletinForm(page, reference, files);
        return List.of(
                form.what(),
                form.body(),
                form.items(),
                form.parties(),
                form.where(),
                form.source(),
                form.evidence(),
                form.attachments(),
                form.release());
    }

    /**
     * What a bulletin says, to be read; its text has a place of its own.
     *
     * @param base where its draft has its addresses; empty where it is no draft
     * @param changed the parts that differ from what its readers have
     */
    static List<Reading> reading(
            Bulletin of, BulletinContent content, Page page, Reference reference, String base, Set<String> changed) {
        return new Draft(base, parts(page, reference, files(of.id())), Json.tree(content), page)
                .reading(changed, field -> Value.empty());
    }

    /** Where the files of a bulletin are downloaded. */
    static String files(UUID bulletin) {
        return "/bulletins/" + bulletin + "/attachments/";
    }

    /** The parts in which the next version differs from what its readers have. */
    static Set<String> changed(Bulletin one, Page page, Reference reference) {
        return one.next() == null
                ? Set.of()
                : new Draft("", parts(page, reference, ""), Json.tree(one.draft()), page)
                        .changed(Json.tree(one.content()));
    }

    private Part what() {
        return Part.once(
                        "what",
                        texts.whatTitle(),
                        List.of(
                                Field.radio(
                                                "class",
                                                texts.kindAsk(),
                                                Choice.all(BulletinCodes.Kind.class, texts::kind, texts::kindHint))
                                        .called(texts.kindLabel())
                                        .needed(),
                                Field.input("headline", texts.headlineAsk())
                                        .called(texts.headline())
                                        .most(200)
                                        .needed(),
                                Field.area("summary", texts.summaryAsk(), 4)
                                        .called(texts.summary())
                                        .hint(texts.summaryHint())
                                        .most(2000)
                                        .needed(),
                                Field.checks(
                                                "themes",
                                                texts.themesAsk(),
                                                Choice.all(BulletinCodes.Theme.class, texts::theme))
                                        .called(texts.themes())
                                        .hint(denial.allThatApply())
                                        .needed(),
                                Field.day("validUntil", texts.validUntilAsk())
                                        .called(texts.validUntil())
                                        .hint(texts.validUntilHint())))
                .task(texts.groupWhat(), texts.taskWhat(), texts.taskWhatHint())
                .read(texts.whatTitle(), "");
    }

    private Part body() {
        return Part.once(
                        "body",
                        texts.bodyTitle(),
                        List.of(Field.area("body", texts.bodyAsk(), 16)
                                .called(texts.bodyTitle())
                                .hint(texts.bodyHint())
                                .most(50_000)
                                .silent()))
                .task(texts.groupWhat(), texts.taskBody(), texts.taskBodyHint())
                .optional(true);
    }

    private Part items() {
        return Part.several(
                        "items",
                        "items",
                        denial.itemsTitle(),
                        denial.addItem(),
                        List.of(
                                Field.area("description", denial.descriptionAsk(), 3)
                                        .called(denial.description())
                                        .most(2000),
                                Field.input("controlCode", denial.controlCodeAsk())
                                        .called(denial.controlCode())
                                        .hint(denial.controlCodeHint())
                                        .width(10)
                                        .suggesting(words.entries(reference.controlListEntries()))))
                .elements(
                        (item, at) -> item == null ? denial.itemNew() : denial.itemChange(at + 1),
                        (item, at) -> denial.itemTitle(at + 1))
                .task(texts.groupWhat(), texts.taskItems(), texts.taskItemsHint())
                .optional(true)
                .read(denial.items(), "");
    }

    private Part parties() {
        return TransactionForm.partiesOf(
                        "parties",
                        denial.addParty(),
                        List.of(
                                Field.input("name", denial.nameAsk())
                                        .hint(texts.partyHint())
                                        .silent(),
                                Field.input("nativeScriptName", denial.nativeNameAsk())
                                        .called(denial.nativeName())
                                        .shown((party, shown) ->
                                                Value.empty().ofOtherScript(Json.text(party, "nativeScriptName"))),
                                Field.list("aliases", denial.aliasesAsk(), 2)
                                        .called(denial.aliases())
                                        .hint(denial.onePerLine())
                                        .shown((party, shown) -> Value.empty().chips(Json.texts(party, "aliases"))),
                                Field.area("address", denial.addressAsk(), 3).called(denial.address()),
                                Field.select("country", denial.countryAsk(), words.countries())
                                        .called(denial.country())
                                        .open()),
                        words)
                .task(texts.groupWhom(), texts.taskParties(), texts.taskPartiesHint())
                .optional(true)
                .read(denial.parties(), "");
    }

    private Part where() {
        return Part.once(
                        "where",
                        texts.whereTitle(),
                        List.of(
                                Field.rows(
                                                "destinations",
                                                texts.destinationsAsk(),
                                                MOST_COUNTRIES,
                                                2,
                                                at -> List.of(Field.select(
                                                                "", denial.transitNumber(at + 1), words.countries())
                                                        .none(denial.noCountry())
                                                        .open()))
                                        .called(texts.destinations())
                                        .always()
                                        .hint(denial.moreAfterSaving())
                                        .shown((content, shown) -> Value.empty()
                                                .chips(page.countries(Json.texts(content, "destinations")))),
                                Field.checks(
                                                "misuseTypes",
                                                denial.misuseAsk(),
                                                Choice.all(Codes.MisuseType.class, code::misuse))
                                        .called(denial.misuse())
                                        .hint(denial.allThatApply())
                                        .inColumns()))
                .task(texts.groupWhom(), texts.taskWhere(), texts.taskWhereHint())
                .optional(true)
                .read(texts.whereTitle(), "");
    }

    private Part source() {
        List<Choice> credible = IntStream.rangeClosed(1, LEAST_CREDIBLE)
                .mapToObj(it -> Choice.of(String.valueOf(it), credibility(it)))
                .toList();
        return Part.once(
                        "source",
                        texts.sourceTitle(),
                        List.of(
                                Field.select(
                                                "sourceReliability",
                                                texts.reliabilityAsk(),
                                                Choice.all(BulletinCodes.Reliability.class, texts::reliability))
                                        .called(texts.reliabilityLabel())
                                        .none(words.notSaid()),
                                Field.select("credibility", texts.credibilityAsk(), credible)
                                        .called(texts.credibilityLabel())
                                        .none(words.notSaid())
                                        .shown((content, shown) -> Value.of(credibility(
                                                Json.at(content, "credibility").asInt())))
                                        .bound(new Graded("credibility")),
                                Field.radio(
                                                "confidence",
                                                texts.confidenceAsk(),
                                                Choice.all(BulletinCodes.Confidence.class, texts::confidence))
                                        .called(texts.confidenceLabel()),
                                Field.checks(
                                                "handling",
                                                texts.handlingAsk(),
                                                List.of(
                                                        Choice.of(COURT, texts.inCourt()),
                                                        Choice.of(EXPORTERS, texts.withExporters())))
                                        .called(texts.handling())
                                        .hint(texts.handlingHint())
                                        .shown((content, shown) -> handled(content))
                                        .bound(new Handled()),
                                Field.list("derivedFrom", texts.derivedAsk(), 2)
                                        .called(texts.derived())
                                        .hint(texts.derivedHint())
                                        .shown((content, shown) ->
                                                Value.empty().chips(Json.texts(content, "derivedFrom")))))
                .task(texts.groupHow(), texts.taskSource(), texts.taskSourceHint())
                .optional(true)
                .read(texts.sourceTitle(), "");
    }

    private String credibility(int grade) {
        return switch (grade) {
            case 1 -> texts.credibility1();
            case 2 -> texts.credibility2();
            case 3 -> texts.credibility3();
            case 4 -> texts.credibility4();
            case 5 -> texts.credibility5();
            case 6 -> texts.credibility6();
            default -> "";
        };
    }

    private Value handled(JsonNode content) {
        return Value.of(Json.at(content, "handling/" + COURT).asBoolean() ? texts.inCourt() : "")
                .line()
                .text(Json.at(content, "handling/" + EXPORTERS).asBoolean() ? texts.withExporters() : "");
    }

    /** A grade, which is a number in the contract. */
    private record Graded(String name) implements Binding {

        @Override
        public void show(JsonNode content, Form form) {
            form.put(name, Json.at(content, name).asText(""));
        }

        @Override
        public void read(Form form, ObjectNode content, Page page) {
            String chosen = form.value(name);
            Json.put(content, name, chosen.matches("[1-6]") ? IntNode.valueOf(Integer.parseInt(chosen)) : null);
        }
    }

    /** What readers may do with it, which the contract says as a whole. */
    private record Handled() implements Binding {

        @Override
        public void show(JsonNode content, Form form) {
            form.put(
                    "handling",
                    List.of(COURT, EXPORTERS).stream()
                            .filter(it -> Json.at(content, "handling/" + it).asBoolean())
                            .toList());
        }

        @Override
        public void read(Form form, ObjectNode content, Page page) {
            boolean court = form.has("handling", COURT);
            boolean exporters = form.has("handling", EXPORTERS);
            Json.put(
                    content,
                    "handling",
                    court || exporters ? Json.node(new BulletinContent.Handling(court, exporters)) : null);
        }
    }

    private Part evidence() {
        return Part.several(
                        "evidence",
                        "evidence",
                        texts.evidenceTitle(),
                        texts.addEvidence(),
                        List.of(
                                Field.input("kind", texts.evidenceKindAsk())
                                        .called(texts.evidenceKind())
                                        .hint(texts.evidenceKindHint()),
                                Field.input("sha256", texts.sha256Ask())
                                        .called(texts.sha256())
                                        .hint(texts.sha256Hint())
                                        .shown((one, shown) -> Value.empty().id(Json.text(one, "sha256"))),
                                Field.input("url", texts.evidenceUrlAsk())
                                        .called(texts.evidenceUrl())
                                        .hint(texts.evidenceUrlHint())
                                        .shown((one, shown) -> Value.empty().id(Json.text(one, "url")))))
                .elements(
                        (one, at) -> one == null ? texts.evidenceNew() : texts.evidenceChange(at + 1),
                        (one, at) -> texts.evidenceNumber(at + 1))
                .task(texts.groupHow(), texts.taskEvidence(), texts.taskEvidenceHint())
                .optional(true)
                .read(texts.evidenceTitle(), "");
    }

    /** They have a page of their own, and go to the service one by one. */
    private Part attachments() {
        return Part.once(
                        "attachments",
                        texts.attachmentsTitle(),
                        List.of(Field.list("attachments", texts.attachmentsTitle(), 1)
                                .called(texts.attachments())
                                .shown((content, shown) -> files(content))
                                .bound(new Attached())))
                .task(texts.groupHow(), texts.taskAttachments(), texts.taskAttachmentsHint())
                .counted(content -> Json.elements(content, "attachments").size())
                .optional(true)
                .read(texts.attachmentsTitle(), "");
    }

    private Value files(JsonNode content) {
        Value all = Value.empty();
        Json.elements(content, "attachments").forEach(file -> {
            String name = Json.text(file, "name");
            all.line();
            if (files.isEmpty()) {
                all.id(name);
            } else {
                all.link(name, files + Json.text(file, "id"));
            }
            all.line().quiet(about(file.path("type").asText(), file.path("size").asLong(), texts, page));
            all.line().quiet(texts.sha256()).id(Json.text(file, "sha256"));
        });
        return all;
    }

    /** What a file is and how large. */
    static String about(String type, long size, BulletinTexts texts, Page page) {
        return texts.fileAbout(
                switch (type) {
                    case "application/pdf" -> "PDF";
                    case "image/png" -> "PNG";
                    case "image/jpeg" -> "JPEG";
                    case "text/csv" -> "CSV";
                    default -> texts.fileText();
                },
                page.number(Math.ceilDiv(size, 1024)));
    }

    /** The files, which no form has in it: what was read goes back as it is. */
    private record Attached() implements Binding {

        @Override
        public void show(JsonNode content, Form form) {
            // nothing to type
        }

        @Override
        public void read(Form form, ObjectNode content, Page page) {
            // nothing was typed
        }
    }

    private Part release() {
        return Part.once(
                        "release",
                        denial.releaseTitle(),
                        List.of(
                                ReleaseForm.draft(
                                        reference.subscribingStates(),
                                        words,
                                        from -> from == Codes.Provenance.OWN
                                                ? texts.ownInformation()
                                                : code.provenance(from)),
                                Field.list("caveats", denial.caveatsAsk(), 2)
                                        .called(denial.caveats())
                                        .hint(denial.onePerLine()),
                                Field.fold(
                                        "",
                                        texts.signatoriesFold(),
                                        List.of(
                                                Field.checks(
                                                                "signatories",
                                                                texts.signatoriesAsk(),
                                                                words.states(
                                                                        reference.subscribingStates().stream()
                                                                                .filter(it -> !page.isOf(it.iso2()))
                                                                                .toList()))
                                                        .called(texts.signatories())
                                                        .hint(texts.signatoriesHint())
                                                        .shown((content, shown) -> Value.empty()
                                                                .chips(
                                                                        page.countries(
                                                                                Json.texts(content, "signatories"))))
                                                        .open()
                                                        .inColumns(),
                                                Field.number("signaturesNeeded", texts.neededAsk())
                                                        .called(texts.needed())
                                                        .hint(texts.neededHint())
                                                        .whole(texts.neededWrong(), MOST_COUNTRIES))),
                                Field.tick("unnamed", texts.unnamedAsk(), texts.unnamedYes())
                                        .called(texts.unnamed())
                                        .hint(texts.unnamedHint())))
                .task(texts.groupHow(), denial.taskRelease(), denial.taskReleaseHint())
                .read(denial.cardRelease(), "")
                .intro(texts.releaseIntro())
                .then(Draft.CHECK);
    }
}
