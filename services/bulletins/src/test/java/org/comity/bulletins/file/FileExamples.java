package org.comity.bulletins.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Files as tests make them. */
public final class FileExamples {

    /** What each of them tells of somebody, to be looked for. */
    public static final String SECRET = "Invented Person of the Desk";

    private FileExamples() {}

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 16; x++) {
            picture.setRGB(x, x / 2, 0x2040A0 + x);
        }
        return picture;
    }

    private static byte[] written(String format) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(picture(), format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph as a camera makes it: turned, with the place, a comment, XMP, a profile, and something behind it. */
    public static byte[] photograph() {
        byte[] plain = written("jpeg");
        return joined(
                bytes(0xFF, 0xD8),
                // JFIF, which the camera writes first
                middle(plain, 2, 20),
                segment(0xE1, exif()),
                segment(0xE1, text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + "</x:xmpmeta>")),
                segment(0xE2, text("ICC_PROFILE\0\1\1" + SECRET)),
                segment(0xED, text("Photoshop 3.0\0" + SECRET)),
                segment(0xFE, text(SECRET)),
                middle(plain, 20, plain.length),
                text(SECRET));
    }

    /** EXIF with a maker, the side that is up (6), and where it was taken. */
    private static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(200);
        tiff.put(text("Exif\0\0MM")).putShort((short) 42).putInt(8).putShort((short) 3);
        entry(tiff, 0x010F, 2, SECRET.length(), 90);
        entry(tiff, 0x0112, 3, 1, 6 << 16);
        entry(tiff, 0x8825, 4, 1, 50);
        tiff.putInt(0);
        // GPS, at 50: 52 degrees, 4 minutes, 43 seconds north
        tiff.position(6 + 50).putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 120);
        tiff.position(6 + 90).put(text(SECRET));
        tiff.position(6 + 120)
                .putInt(52)
                .putInt(1)
                .putInt(4)
                .putInt(1)
                .putInt(43)
                .putInt(1);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A screenshot with texts and a profile. */
    public static byte[] screenshot() {
        byte[] plain = written("png");
        int behindHeader = 33;
        return joined(
                middle(plain, 0, behindHeader),
                chunk("tEXt", text("Author\0" + SECRET)),
                chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
                chunk("eXIf", text("MM\0*" + SECRET)),
                chunk("iCCP", text(SECRET + "\0\0")),
                chunk("gAMA", bytes(0, 0, 0xB1, 0x8F)),
                middle(plain, behindHeader, plain.length),
                text(SECRET));
    }

    /** A PNG that claims these sides and has as many zeroes as fit in a kilobyte, packed. */
    public static byte[] png(int width, int height, int zeroes) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
        return joined(
                middle(written("png"), 0, 8),
                chunk("IHDR", header.array()),
                chunk("IDAT", packed(new byte[zeroes])),
                chunk("IEND", new byte[0]));
    }

    /** These bytes as zlib packs them. */
    static byte[] packed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + 100];
            return middle(packed, 0, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }

    /** A report as an office program makes it: author, XMP, a script, a program, a file, a note, a photograph. */
    public static byte[] report() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDDocumentInformation information = new PDDocumentInformation();
            information.setAuthor(SECRET);
            information.setCreationDate(new GregorianCalendar(2026, Calendar.JANUARY, 31));
            document.setDocumentInformation(information);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(text("<x:xmpmeta>" + SECRET + "</x:xmpmeta>"));
            document.getDocumentCatalog().setMetadata(metadata);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
            embed(document);
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF(SECRET);
            link.setAction(launch);
            PDAnnotationText note = new PDAnnotationText();
            note.setTitlePopup(SECRET);
            note.setContents("See page 2");
            page.setAnnotations(List.of(link, note));
            COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            COSDictionary sound = annotation("Sound");
            COSStream sounds = new COSStream();
            try (OutputStream raw = sounds.createOutputStream()) {
                raw.write(text(SECRET));
            }
            sound.setItem(COSName.getPDFName("Sound"), sounds);
            COSDictionary popup = annotation("Popup");
            popup.setItem(COSName.PARENT, sound);
            COSDictionary signature = new COSDictionary();
            signature.setString(COSName.NAME, SECRET);
            signature.setItem(COSName.getPDFName("ByteRange"), new COSArray());
            COSDictionary field = annotation("Widget");
            field.setName(COSName.FT, "Sig");
            field.setItem(COSName.V, signature);
            field.setString(COSName.T, "Signed");
            List.of(sound, popup, field).forEach(annotations::add);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("What was seen");
                content.endText();
                content.drawImage(drawn(document), 50, 500);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static COSDictionary annotation(String subtype) {
        COSDictionary annotation = new COSDictionary();
        annotation.setName(COSName.TYPE, "Annot");
        annotation.setName(COSName.SUBTYPE, subtype);
        annotation.setItem(COSName.RECT, new PDRectangle(10, 10).getCOSArray());
        annotation.setString(COSName.T, SECRET);
        return annotation;
    }

    /** A page with a picture in JPEG 2000. */
    static byte[] scan() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSStream picture = new COSStream();
            picture.setName(COSName.SUBTYPE, "Image");
            try (OutputStream raw = picture.createRawOutputStream()) {
                raw.write(text(SECRET));
            }
            picture.setItem(COSName.FILTER, COSName.JPX_DECODE);
            page.getCOSObject().setItem(COSName.CONTENTS, picture);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDImageXObject drawn(PDDocument document) throws IOException {
        return new PDImageXObject(
                document, new ByteArrayInputStream(photograph()), COSName.DCT_DECODE, 16, 8, 8, PDDeviceRGB.INSTANCE);
    }

    private static void embed(PDDocument document) throws IOException {
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("secret.exe");
        specification.setEmbeddedFile(
                new PDEmbeddedFile(document, new ByteArrayInputStream(text(SECRET)), COSName.FLATE_DECODE));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("secret.exe", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    /** A PDF that asks for a password, or opens without one and is encrypted all the same. */
    public static byte[] encrypted(String password) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF whose list of objects unpacks to so many bytes, packed twice. */
    public static byte[] bomb(int bytes) {
        byte[] list = packed(packed(new byte[bytes]));
        byte[] head = text("%PDF-1.5\n1 0 obj\n<</Type/XRef/Size 9000000/W[0 1 0]/Index[0 9000000]/Root 2 0 R"
                + "/Filter[/FlateDecode/FlateDecode]/Length " + list.length + ">>\nstream\n");
        return joined(head, list, text("\nendstream\nendobj\nstartxref\n9\n%%EOF\n"));
    }

    /** The bytes of a text. */
    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... bytes) {
        ByteBuffer all = ByteBuffer.allocate(bytes.length);
        for (int one : bytes) {
            all.put((byte) one);
        }
        return all.array();
    }

    private static byte[] middle(byte[] of, int from, int to) {
        return Arrays.copyOfRange(of, from, to);
    }

    private static byte[] segment(int marker, byte[] content) {
        int length = content.length + 2;
        return joined(bytes(0xFF, marker, length >> 8, length & 0xFF), content);
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(text(type));
        sum.update(content);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                text(type),
                content,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** These, one after the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
