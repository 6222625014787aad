package org.comity.bulletins.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a file is kept, and which file is not. */
class FileCleanerTest {

    private static final FileCleaner CLEANER = new FileCleaner();

    private static byte[] clean(String name, byte[] file) throws UncleanFile {
        return CLEANER.clean(name, "", file).bytes();
    }

    private static String refused(String name, String declared, byte[] file) {
        return assertThrows(UncleanFile.class, () -> CLEANER.clean(name, declared, file))
                .reason();
    }

    private static boolean tells(byte[] file, String what) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(what);
    }

    private static BufferedImage shown(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static void isSame(BufferedImage before, BufferedImage after) {
        int width = before.getWidth();
        assertArrayEquals(
                before.getRGB(0, 0, width, before.getHeight(), null, 0, width),
                after.getRGB(0, 0, width, after.getHeight(), null, 0, width));
    }

    @Test
    void R364_a_photograph_keeps_its_pixels_and_its_side_and_nothing_of_where_it_was_taken() throws Exception {
        byte[] photograph = FileExamples.photograph();
        byte[] clean = clean("a.jpg", photograph);
        assertTrue(tells(photograph, FileExamples.SECRET));
        for (String told : new String[] {FileExamples.SECRET, "xmpmeta", "ICC_PROFILE", "Photoshop"}) {
            assertFalse(tells(clean, told), told);
        }
        // 52 degrees, as EXIF writes them
        assertFalse(tells(clean, "\0\0\0\64\0\0\0\1"));
        isSame(shown(photograph), shown(clean));
        assertTrue(tells(clean, "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0"));
        assertArrayEquals(clean, clean("a.jpg", clean), "what is clean stays as it is");
    }

    @Test
    void R364_a_screenshot_keeps_its_pixels_and_its_colours_and_no_text() throws Exception {
        byte[] screenshot = FileExamples.screenshot();
        byte[] clean = clean("a.png", screenshot);
        for (String told : new String[] {FileExamples.SECRET, "tEXt", "iTXt", "eXIf", "iCCP"}) {
            assertTrue(tells(screenshot, told), told);
            assertFalse(tells(clean, told), told);
        }
        assertTrue(tells(clean, "gAMA"));
        isSame(shown(screenshot), shown(clean));
        assertArrayEquals(clean, clean("a.png", clean));
    }

    @Test
    void R365_a_report_keeps_its_pages_and_neither_author_nor_files_nor_anything_that_runs() throws Exception {
        byte[] clean = clean("report.pdf", FileExamples.report());
        for (String told : new String[] {"JavaScript", "Launch", "EmbeddedFile", "Author", "CreationDate", "xmpmeta"}) {
            assertFalse(tells(clean, told), told);
        }
        try (PDDocument document = Loader.loadPDF(clean)) {
            assertTrue(new PDFTextStripper().getText(document).contains("What was seen"));
            COSDictionary root = document.getDocumentCatalog().getCOSObject();
            for (String key : new String[] {"Metadata", "OpenAction", "AA"}) {
                assertNull(root.getDictionaryObject(key), key);
            }
            assertNull(document.getDocument().getTrailer().getDictionaryObject(COSName.INFO));
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSBase part = document.getDocument().getObjectFromPool(key).getObject();
                assertFalse(String.valueOf(part).contains(FileExamples.SECRET), key + ": " + part);
                if (part instanceof COSStream stream
                        && stream.getDictionaryObject(COSName.FILTER) != COSName.DCT_DECODE) {
                    assertFalse(tells(stream.createInputStream().readAllBytes(), FileExamples.SECRET), key.toString());
                }
            }
            assertNull(document.getDocumentCatalog().getNames().getEmbeddedFiles());
            PDPage page = document.getPage(0);
            for (PDAnnotation annotation : page.getAnnotations()) {
                assertFalse(annotation.getCOSObject().toString().contains(FileExamples.SECRET));
            }
            assertEquals("See page 2", page.getAnnotations().get(1).getContents());
            for (COSName name : page.getResources().getXObjectNames()) {
                byte[] photograph = page.getResources()
                        .getXObject(name)
                        .getCOSObject()
                        .createRawInputStream()
                        .readAllBytes();
                assertFalse(tells(photograph, FileExamples.SECRET));
                assertNotNull(shown(photograph));
            }
        }
        assertArrayEquals(clean, clean("report.pdf", FileExamples.report()), "the same file has the same hash");
    }

    @Test
    void R365_a_PDF_that_is_encrypted_is_refused_and_so_is_one_that_is_broken() {
        assertTrue(refused("a.pdf", "", FileExamples.encrypted("secret")).contains("encrypted"));
        assertTrue(refused("a.pdf", "", FileExamples.encrypted("")).contains("encrypted"));
        assertEquals("This PDF is broken.", refused("a.pdf", "", FileExamples.text("%PDF-1.7\nnothing")));
        assertEquals(
                "This PDF is broken.", refused("a.pdf", "", FileExamples.text("%PDF-1.7\n" + "[".repeat(100_000))));
    }

    @Test
    void R365_a_PDF_with_a_picture_in_JPEG_2000_is_refused() {
        assertTrue(refused("a.pdf", "", FileExamples.scan()).contains("JPEG 2000"));
    }

    @Test
    void R366_a_PDF_that_unpacks_to_gigabytes_is_refused_and_the_service_goes_on() {
        byte[] bomb = FileExamples.bomb(100_000_000);
        assertTrue(bomb.length < 10_000);
        assertTrue(refused("a.pdf", "", bomb).startsWith("This PDF"));
    }

    @Test
    void R366_a_PDF_that_takes_too_long_is_refused() {
        assertTrue(
                assertThrows(UncleanFile.class, () -> new PdfProcess(Duration.ofMillis(1)).clean(FileExamples.report()))
                        .reason()
                        .contains("time"));
    }

    @Test
    void R366_a_picture_that_claims_too_many_pixels_is_refused_before_it_is_unpacked() throws Exception {
        assertTrue(refused("a.png", "", FileExamples.png(2_000_000_000, 2_000_000_000, 1000))
                .contains("50 million pixels"));
        assertTrue(refused("a.png", "", FileExamples.png(50_000_001, 1, 1000)).contains("50 million pixels"));
        // within the bound of pixels: one that has fewer bytes than it claims, more, and as many
        assertTrue(refused("a.png", "", FileExamples.png(50_000_000, 1, 1000)).contains("shorter"));
        assertTrue(refused("a.png", "", FileExamples.png(10, 1, 42)).contains("longer"));
        assertEquals(
                FileKind.PNG,
                CLEANER.clean("a.png", "", FileExamples.png(10, 1, 41)).kind());
        byte[] jpeg = FileExamples.photograph();
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0");
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xFF);
        assertTrue(refused("a.jpg", "", jpeg).contains("50 million pixels"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 200, 600})
    void R364_a_picture_that_is_cut_off_is_refused(int length) {
        byte[] jpeg = Arrays.copyOf(FileExamples.photograph(), length + 4);
        assertTrue(refused("a.jpg", "", jpeg).contains("JPEG is broken"));
        byte[] png = FileExamples.png(10, 1, 41);
        assertTrue(refused("a.png", "", Arrays.copyOf(png, Math.min(png.length - 1, length + 8)))
                .contains("PNG is broken"));
    }

    @Test
    void R364_something_hidden_behind_the_packed_picture_is_refused() {
        byte[] png = FileExamples.png(10, 1, 41);
        // a chunk that is changed has another checksum
        png[45]++;
        assertTrue(refused("a.png", "", png).contains("checksum"));
    }

    @ParameterizedTest
    @CsvSource({
        "page.png,''",
        "page.jpg,image/jpeg",
        "page.pdf,application/pdf",
        "page.html,text/html",
        "page.txt,text/html",
        "page,''"
    })
    void R363_a_page_that_says_it_is_something_else_is_refused(String name, String declared) {
        byte[] page = FileExamples.text("<!doctype html><script>alert(1)</script>");
        assertTrue(refused(name, declared, page).contains("text/plain"));
    }

    @Test
    void R363_a_file_is_what_its_bytes_are() throws Exception {
        assertTrue(refused("a.jpg", "", FileExamples.screenshot()).contains("image/png"));
        assertTrue(refused("a.png", "image/jpeg", FileExamples.screenshot()).contains("another type"));
        assertTrue(refused(".png", "", FileExamples.screenshot()).contains(".png"));
        assertTrue(refused("a.zip", "", FileExamples.text("PK\3\4\0\0")).contains("other files"));
        assertTrue(refused("a.txt", "", new byte[] {'a', (byte) 0xE9}).contains("other files"));
        assertTrue(refused("a.txt", "", FileExamples.text("a\33[2J")).contains("other files"));
        assertTrue(refused("a.txt", "", new byte[0]).contains("empty"));
        assertEquals(
                FileKind.TEXT,
                CLEANER.clean("a.TXT", "text/plain; charset=utf-8", FileExamples.text("é"))
                        .kind());
        assertEquals(
                FileKind.CSV,
                CLEANER.clean("a.csv", "application/vnd.ms-excel", FileExamples.text("a;b\r\n"))
                        .kind());
        assertEquals(
                FileKind.JPEG,
                CLEANER.clean("a.jpeg", "application/octet-stream", FileExamples.photograph())
                        .kind());
    }
}
