package org.comity.denials.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.KeyParameter;
import org.comity.denials.content.Party;
import org.comity.denials.content.Reason;
import org.comity.denials.content.Withheld;
import org.comity.denials.denial.DenialView;
import org.comity.denials.denial.TearlineView;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Writes a denial, as its reader sees it, as a tagged PDF (PDF/UA-1) in English. Each page has the label, the state and
 * the day that it was written for, and that the denial creates no duty to deny (docs/rules.md R-250).
 */
@Singleton
class DenialDocument {

    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    /** The PDF. */
    byte[] pdf(DenialView denial, StateCode reader, LocalDate day) {
        return pdf(page(denial, reader, day));
    }

    /** The PDF of the tear-line copy. */
    byte[] pdf(TearlineView copy, StateCode reader, LocalDate day) {
        return pdf(page(copy, reader, day));
    }

    private static byte[] pdf(Document page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> resource(FONTS + "DejaVuSans.ttf"), "DejaVu Sans", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(() -> resource(FONTS + "DejaVuSans-Bold.ttf"), "DejaVu Sans", BOLD, FontStyle.NORMAL, true);
        builder.withW3cDocument(page, "/");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF cannot be written", e);
        }
        return out.toByteArray();
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path), path);
    }

    private static String style() {
        try (InputStream css = resource("document/denial.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document page(DenialView denial, StateCode reader, LocalDate day) {
        Page page =
                new Page("Denial " + denial.ref(), "A denial, as %s may read it".formatted(country(reader)), style());
        page.running("label", "TLP:" + denial.content().tlp().name().replace('_', '+'));
        page.running("written", foot(denial.ref(), reader, day, denial.notice()));
        page.heading(1, "Denial " + denial.ref());
        page.paragraph("notice", denial.notice());
        decision(page, denial);
        denial.content().items().forEach(item -> item(page, item));
        denial.content().parties().forEach(party -> party(page, party));
        if (denial.content().statedEndUse() != null || denial.content().assessedEndUse() != null) {
            page.heading(2, "End-use");
            page.facts(List.of(
                    new Page.Fact("As stated", denial.content().statedEndUse()),
                    new Page.Fact("As assessed", denial.content().assessedEndUse())));
        }
        denial.content().reasons().forEach(reason -> reason(page, reason));
        review(page, denial);
        handling(page, denial);
        return page.document();
    }

    /** What stands at the foot of each page, in two lines. */
    private static String foot(String what, StateCode reader, LocalDate day, String notice) {
        return "%s, written for %s on %s\n%s".formatted(what, country(reader), day, notice);
    }

    private static Document page(TearlineView copy, StateCode reader, LocalDate day) {
        Page page = new Page(
                "Tear-line copy of " + copy.ref(),
                "A denial down to its tear-line, as %s may read it".formatted(country(reader)),
                style());
        page.running("label", "TLP:" + copy.tlp().name().replace('_', '+'));
        page.running("written", foot(copy.ref() + ", tear-line copy", reader, day, copy.notice()));
        page.heading(1, "Tear-line copy of " + copy.ref());
        page.paragraph("notice", copy.notice());
        page.paragraph("notice", "It leaves the state that it was written for only with the originator's consent.");
        page.heading(2, "Decision");
        page.facts(List.of(
                new Page.Fact("Originator", country(copy.originatorState())),
                new Page.Fact("Status", Words.of(copy.status())),
                new Page.Fact("Kind", Words.of(copy.kind())),
                new Page.Fact("Basis", Words.of(copy.basis())),
                new Page.Fact("Destination", country(copy.destinationState())),
                new Page.Fact("Notified on", text(copy.notifiedDate()))));
        for (TearlineView.TornItem item : copy.items()) {
            page.heading(2, "Item");
            page.facts(List.of(
                    new Page.Fact("Control-list entry", item.controlCode()),
                    new Page.Fact("Description", item.description())));
        }
        for (TearlineView.Ground ground : copy.grounds()) {
            page.heading(2, "Reason");
            page.facts(List.of(
                    new Page.Fact("Ground", Words.of(ground.criterion())),
                    new Page.Fact("Above the tear-line", ground.tearline())));
        }
        page.heading(2, "Handling");
        page.facts(List.of(
                new Page.Fact("Label", "TLP:" + copy.tlp().name().replace('_', '+')),
                new Page.Fact("Withheld", joined(copy.withheld().stream().map(DenialDocument::withheld))),
                new Page.Fact("Caveats", joined(copy.caveats().stream()))));
        page.paragraph(
                "Left out: parties, end-use, quantities and parameters, narratives, references, versions and release.");
        return page.document();
    }

    private static void decision(Page page, DenialView denial) {
        page.heading(2, "Decision");
        page.facts(List.of(
                new Page.Fact("Originator", country(denial.originatorState())),
                new Page.Fact("Status", Words.of(denial.status())),
                new Page.Fact("Version", String.valueOf(denial.version())),
                new Page.Fact("Kind", Words.of(denial.content().kind())),
                new Page.Fact("Basis", Words.of(denial.content().basis())),
                new Page.Fact("Decided on", text(denial.content().decisionDate())),
                new Page.Fact("Notified on", text(denial.notifiedDate())),
                new Page.Fact("Destination", country(denial.content().destinationState())),
                new Page.Fact(
                        "Transit",
                        joined(denial.content().transitStates().stream().map(DenialDocument::country))),
                new Page.Fact(
                        "References in other systems",
                        joined(denial.content().externalRefs().stream().map(ref -> ref.system() + " " + ref.ref()))),
                new Page.Fact("Own reference", denial.content().nationalRef()),
                new Page.Fact("Replaces", denial.content().supersedes())));
    }

    private static void item(Page page, DeniedItem item) {
        page.heading(2, "Item");
        page.facts(List.of(
                new Page.Fact("Control-list entry", item.controlCode()),
                new Page.Fact("Control list", Words.of(item.controlList())),
                new Page.Fact("Sensitivity", Words.of(item.sensitivity())),
                new Page.Fact("Description", item.description()),
                new Page.Fact("Quantity", item.quantity() == null ? null : quantity(item)),
                new Page.Fact("Parameters", joined(item.keyParameters().stream().map(DenialDocument::parameter))),
                new Page.Fact("Product", Words.of(item.productType()))));
    }

    private static String quantity(DeniedItem item) {
        String number = Objects.requireNonNull(item.quantity()).toString();
        return item.unit() == null ? number : number + " " + item.unit();
    }

    private static String parameter(KeyParameter parameter) {
        return parameter.name() + ": " + parameter.value();
    }

    private static void party(Page page, Party party) {
        page.heading(2, "Party");
        page.facts(List.of(
                new Page.Fact("Role", Words.of(party.role())),
                new Page.Fact("Name", party.name()),
                new Page.Fact("Name as its bearer writes it", party.nativeScriptName()),
                new Page.Fact("Also known as", joined(party.aliases().stream())),
                new Page.Fact("Address", party.address()),
                new Page.Fact("Country", country(party.country())),
                new Page.Fact("Identifiers", joined(party.identifiers().stream().map(DenialDocument::identifier))),
                new Page.Fact("What it is", Words.of(party.entityType())),
                new Page.Fact("Personal data", PersonVault.isPerson(party) ? "Yes: this is a natural person" : null)));
    }

    private static String identifier(Identifier identifier) {
        return identifier.type() + " " + identifier.value();
    }

    private static void reason(Page page, Reason reason) {
        page.heading(2, "Reason");
        page.facts(List.of(
                new Page.Fact("Ground", Words.of(reason.criterion())),
                new Page.Fact("Misuse", joined(reason.misuseTypes().stream().map(Words::of))),
                new Page.Fact("Rights", joined(reason.rightsEngaged().stream().map(Words::of))),
                new Page.Fact("Above the tear-line", reason.tearline()),
                new Page.Fact("Narrative", reason.narrative())));
    }

    private static void review(Page page, DenialView denial) {
        page.heading(2, "Validity");
        page.facts(List.of(
                new Page.Fact("Valid from", text(denial.content().validFrom())),
                new Page.Fact("Review due", text(denial.reviewDue())),
                new Page.Fact("At its end", Words.of(denial.content().validityPolicy())),
                new Page.Fact("Renewals", String.valueOf(denial.renewalCount())),
                new Page.Fact("Grounds of the renewal", denial.content().renewalGrounds()),
                new Page.Fact("Suspension ends on", text(denial.content().suspensionEndsOn())),
                new Page.Fact("Final assessment", denial.content().finalAssessment()),
                new Page.Fact("Revoked because", denial.revocationReason())));
    }

    private static void handling(Page page, DenialView denial) {
        page.heading(2, "Handling");
        page.facts(List.of(
                new Page.Fact("Label", "TLP:" + denial.content().tlp().name().replace('_', '+')),
                new Page.Fact(
                        "Permitted use",
                        joined(denial.content().permittedUse().stream().map(Words::of))),
                new Page.Fact("Provenance", Words.of(denial.content().provenance())),
                new Page.Fact("Caveats", joined(denial.content().caveats().stream())),
                new Page.Fact("Contact", denial.content().contact()),
                new Page.Fact(
                        "Withheld", joined(denial.content().withheld().stream().map(DenialDocument::withheld)))));
    }

    private static String withheld(Withheld withheld) {
        return "%s (%s)".formatted(Words.of(withheld.field()), Words.of(withheld.ground()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Its English name and its code; the JDK knows Kosovo, too, by the code that it uses. */
    private static @Nullable String country(@Nullable StateCode state) {
        return state == null
                ? null
                : "%s (%s)".formatted(Locale.of("", state.value()).getDisplayCountry(Locale.ENGLISH), state);
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining("; "));
    }
}
