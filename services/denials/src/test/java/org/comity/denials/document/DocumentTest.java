package org.comity.denials.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.denials.denial.PostedDenials;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** One denial as a PDF: what is in it for whom, and that a screen reader can read it. */
@QuarkusTest
class DocumentTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static Response document(String person, String id) {
        return Api.wrongly(person).get("/denials/v1/denials/" + id + "/document");
    }

    private static byte[] pdf(String person, String id) {
        Response response = document(person, id);
        assertEquals(200, response.statusCode());
        assertEquals("application/pdf", response.contentType());
        return response.asByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void it_has_what_its_reader_sees_in_any_script_and_no_markup_of_a_record() throws IOException {
        String id = PostedDenials.notified("nl", Map.of("assessedEndUse", "<b>Used</b> & resold"), "DE");
        String ref = Api.as("nl.officer").get("/denials/v1/denials/" + id).path("ref");
        String read = text(pdf("de.officer", id));
        for (String expected : List.of(
                ref,
                "TLP:AMBER",
                "This denial creates no duty to deny.",
                "Корунд Связь ООО",
                "5A001.f.2",
                "Sensitivity Basic",
                "Contact Licensing office, mailbox 12",
                "<b>Used</b> & resold",
                "written for Germany (DE)")) {
            assertTrue(read.contains(expected), expected + " in " + read);
        }
        assertFalse(read.contains("Windmill Optics"), "the national annex stays in its state");
        String header = text(pdf("de.analyst", id));
        assertFalse(header.contains("Korund"), header);
        assertTrue(header.contains("5A001.f.2"), header);
    }

    @Test
    void a_natural_person_is_marked_as_personal_data() throws IOException {
        Map<String, Object> person = Map.of(
                "parties",
                List.of(Map.of(
                        "role",
                        "END_USER",
                        "name",
                        "Invented Person Torvald",
                        "country",
                        "KZ",
                        "isNaturalPerson",
                        true)));
        String marked = text(pdf("de.officer", PostedDenials.notified("nl", person, "DE")));
        assertTrue(marked.contains("Personal data Yes: this is a natural person"), marked);
        assertFalse(text(pdf("de.officer", PostedDenials.notified("nl", Map.of(), "DE")))
                .contains("Personal data"));
    }

    @Test
    void R250_each_page_says_that_it_creates_no_duty_to_deny() throws IOException {
        String id = PostedDenials.notified("nl", Map.of("assessedEndUse", "A long sentence. ".repeat(220)), "DE");
        for (String path : List.of(id, id + "/tearline")) {
            try (PDDocument document = Loader.loadPDF(pdf("de.officer", path))) {
                PDFTextStripper stripper = new PDFTextStripper();
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    String read = stripper.getText(document).replaceAll("\\s+", " ");
                    assertTrue(
                            read.matches(".*written for Germany \\(DE\\) on [0-9-]{10}"
                                    + " This denial creates no duty to deny\\..*"),
                            path + " page " + page + ": " + read);
                }
                assertTrue(path.endsWith("tearline") || document.getNumberOfPages() > 1, "more than one page");
            }
        }
    }

    @Test
    void who_does_not_see_the_denial_finds_no_document() {
        String id = PostedDenials.notified("nl", Map.of(), "DE");
        assertEquals(404, document("jp.officer", id).statusCode());
        assertEquals(404, document("secretariat.staff", id).statusCode());
        assertEquals(404, document("nl.officer", "no-id").statusCode());
    }

    @Test
    void R218_the_tear_line_copy_as_a_pdf_has_what_the_copy_has_and_no_more() throws IOException {
        String id = PostedDenials.notified("nl", Map.of("assessedEndUse", "Resold"), "DE");
        String read = text(pdf("de.officer", id + "/tearline"));
        for (String expected : List.of(
                "TLP:AMBER",
                "This denial creates no duty to deny.",
                "only with the originator's consent",
                "5A001.f.2",
                "Above the tear-line",
                "written for Germany (DE)")) {
            assertTrue(read.contains(expected), expected + " in " + read);
        }
        for (String below : List.of("Korund", "Resold", "Quantity", "Windmill Optics", "mailbox")) {
            assertFalse(read.contains(below), below + " in " + read);
        }
        assertFalse(text(pdf("de.analyst", id + "/tearline")).contains("Above the tear-line"));
        assertEquals(404, document("jp.officer", id + "/tearline").statusCode());
    }

    @Test
    void it_is_tagged_as_PDF_UA_1_asks() throws Exception {
        String id = PostedDenials.notified("nl", Map.of(), "DE");
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf("de.officer", id)), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            assertEquals(
                    List.of(),
                    result.getTestAssertions().stream()
                            .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                            .distinct()
                            .toList());
            assertTrue(result.isCompliant());
        }
    }
}
