package org.comity.denials.exchange.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that would cost their reader all its memory or hours, made here. Each is a file of denials otherwise. */
public final class HostileFiles {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String SHARED = "xl/sharedStrings.xml";
    private static final String HEADINGS = "reference,regime_reg_ref,name,address,notifying_government,country,"
            + "denial_cle,item_description,end_use,reason_for_refusal,entity_type";
    private static final String ROW =
            "NL/1,,Korund Svyaz Invented,Street 1,Netherlands,KZ,4D004,Software,Border,Risk,end_user";
    private static final int MANY = 60 << 20;

    private HostileFiles() {}

    /** Those that are read all the same, since what is hostile in them is never unpacked. */
    public static Map<String, Supplier<byte[]>> harmless() {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        files.put("a picture of 60 MB.xlsx", () -> with("xl/media/image1.png", zeros(MANY)));
        files.put("another sheet of 60 MB.xlsx", () -> with("xl/worksheets/sheet2.xml", zeros(MANY)));
        files.put("a zip within.xlsx", () -> with("xl/embeddings/object1.zip", out -> out.write(nested(6))));
        files.put("formats of brackets.xlsx", () -> with(STYLES, formats("[".repeat(500_000), 60)));
        files.put("notes.xlsx", () -> sheet(text("<!----><!-- < > - ? ]] --><?a b ?><row a='>\"' b=\">'\"/>")));
        files.put("many notes.xlsx", () -> sheet(repeated("<!--" + "<".repeat(400_000) + "-->", 20)));
        files.put("many instructions.xlsx", () -> sheet(repeated("<?a " + "<".repeat(400_000) + "?>", 20)));
        return files;
    }

    /** Those that are refused. */
    public static Map<String, Supplier<byte[]>> refused() {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        files.put("a sheet of 60 MB.xlsx", () -> sheet(blanks(MANY)));
        files.put("a sheet of 60 MB that says 100 bytes.xlsx", () -> lying(sheet(blanks(MANY)), 100));
        files.put("shared texts of 60 MB.xlsx", () -> shared(blanks(MANY)));
        files.put("styles of 60 MB.xlsx", () -> with(STYLES, blanks(MANY)));
        files.put("a list of parts of 60 MB.xlsx", () -> with("xl/_rels/workbook.xml.rels", blanks(MANY)));
        files.put("a list of sheets of 60 MB.xlsx", () -> with("xl/workbook.xml", blanks(MANY)));
        files.put("deep.xlsx", () -> sheet(repeated("<a>", 2_000_000)));
        files.put("a long attribute.xlsx", () -> sheet(around("<row r=\"", 30 << 20, "\"/>")));
        files.put("a long name.xlsx", () -> sheet(around("<", 30 << 20, "/>")));
        files.put("a long comment.xlsx", () -> sheet(around("<!-- < ", 30 << 20, "-->")));
        files.put("a comment that seems to end.xlsx", () -> sheet(opened("<!--->", "-->")));
        files.put("a comment that begins with an angle.xlsx", () -> sheet(opened("<!-->", "-->")));
        files.put("an instruction that seems to end.xlsx", () -> sheet(opened("<?a >", "?>")));
        files.put("a literal that seems to end.xlsx", () -> sheet(opened("<![CDATA[]>", "]]>")));
        files.put("a document type of openings.xlsx", () -> with(SHEET, opened("<!DOCTYPE a [", "]><worksheet/>")));
        files.put("an attribute of openings.xlsx", () -> sheet(opened("<row r=\"><!--", "\"/>")));
        files.put("an attribute in single marks.xlsx", () -> sheet(opened("<row r='\">", "'/>")));
        files.put("long names.xlsx", () -> sheet(sixty("<a", "/>")));
        files.put("long names of attributes.xlsx", () -> sheet(sixty("<a a", "=\"\"/>")));
        files.put("long prefixes.xlsx", () -> sheet(sixty("<a xmlns:a", "=\"u\"/>")));
        files.put("long namespaces.xlsx", () -> sheet(sixty("<a xmlns:a=\"", "\"/>")));
        files.put("long instructions.xlsx", () -> sheet(sixty("<?a", " ?>")));
        files.put("a million instructions.xlsx", () -> sheet(numbered("<?n%d?>", 2_500_000)));
        files.put("a million references.xlsx", () -> sheet(numbered("&n%d;", 2_500_000)));
        files.put("a million namespaces.xlsx", () -> sheet(numbered("<c xmlns=\"%d\"/>", 1_500_000)));
        files.put("names by prefix.xlsx", () -> sheet(byPrefix(490)));
        files.put("formats of many brackets.xlsx", () -> with(STYLES, formats("[".repeat(250), 70_000)));
        files.put(
                "styles that are no number.xlsx",
                () -> sheet(out -> {
                    out.write(bytes("<row>"));
                    repeated("<c s=\"x\"/>", 3_000_000).write(out);
                }));
        files.put("a long way up.xlsx", () -> with("xl/_rels/workbook.xml.rels", ways(20)));
        files.put("a long literal.xlsx", () -> sheet(around("<row><c><v><![CDATA[ < ", 30 << 20, "]]></v></c></row>")));
        files.put("a long text.xlsx", () -> sheet(around("<row><c><v>", 30 << 20, "</v></c></row>")));
        files.put("a million names.xlsx", () -> sheet(numbered("<n%d/>", 1_000_000)));
        files.put("a million attributes.xlsx", () -> sheet(numbered("<c n%d=\"\"/>", 1_000_000)));
        files.put("a million prefixes.xlsx", () -> sheet(numbered("<c xmlns:p%d=\"u\"/>", 1_000_000)));
        files.put("a million empty rows.xlsx", () -> sheet(repeated("<row/>", 1_000_000)));
        files.put("a row after the last.xlsx", () -> sheet(text("<row r=\"2000000\"/>")));
        files.put("a far cell.xlsx", () -> sheet(text("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")));
        files.put("a column after the last.xlsx", () -> sheet(text("<row r=\"3\"><c r=\"ZZZZZZZ3\"/></row>")));
        files.put("a text that many cells share.xlsx", HostileFiles::sharedByMany);
        files.put("a million shared texts.xlsx", () -> shared(numbered("<si><t>%d</t></si>", 1_000_000)));
        files.put("a million styles.xlsx", () -> with(STYLES, styles()));
        files.put("entities.xlsx", () -> with(SHEET, entities()));
        files.put(
                "an entity from elsewhere.xlsx",
                () -> with(
                        SHEET,
                        text(
                                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///"
                                        + "etc/passwd\">]><worksheet><sheetData><row><c><v>&e;</v></c></row></sheetData></worksheet>")));
        files.put(
                "UTF-16.xlsx",
                () -> with(SHEET, out -> around("<worksheet a=\"", 10 << 20, "\"/>")
                        .write(new Recoded(out, StandardCharsets.UTF_16))));
        files.put("many parts.xlsx", () -> many(5_000));
        files.put("two parts of a name.xlsx", HostileFiles::twice);
        files.put("a zip in a zip.xlsx", () -> nested(6));
        files.put("encrypted.xlsx", () -> patched(good(), 8, 1));
        files.put("packed otherwise.xlsx", () -> patched(good(), 10, 14));
        files.put("ZIP64.xlsx", HostileFiles::zip64);
        files.put("cells without end.csv", () -> csv("a,", 4 << 20));
        files.put("empty cells without end.csv", () -> csv(",", 8 << 20));
        files.put("lines without end.csv", () -> csv("\n", 8 << 20));
        files.put("a text without end.csv", () -> csv("a", 8 << 20));
        files.put("quotation marks without end.csv", () -> csv("\"\"", 4 << 20));
        files.put("an open quotation mark.csv", () -> csv("\"a", 4 << 20));
        files.put("rows of cells without end.csv", () -> csv(HEADINGS + "\n" + "a,", 1 << 16));
        files.put("text of two bytes.csv", () -> csv(HEADINGS + "\n", ROW + "\u0416".repeat(900) + "\n", 4_000));
        files.put("semicolons said.csv", () -> csv("sep=;\n", "a;", 4 << 20));
        files.put("zeros.csv", () -> csv("\0", 8 << 20));
        return files;
    }

    /** Those that are read, and have in many cells a text that could keep its check for hours. */
    public static Map<String, Supplier<byte[]>> slow() {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        files.put("entries without end.csv", () -> cells("4D004", "5A001" + "a".repeat(32_000)));
        files.put("entries of digits.csv", () -> cells("4D004", "5A001" + "1".repeat(32_000)));
        files.put("entries of blanks.csv", () -> cells("4D004", "5A001" + " a".repeat(16_000) + "!"));
        files.put(
                "several entries without end.csv", () -> cells("4D004", "\"" + "5A001aaaaaaaa,".repeat(2_000) + "\""));
        files.put("numbers without end.csv", () -> cells("4D004", "1" + "0".repeat(32_000)));
        files.put("small numbers without end.csv", () -> cells("4D004", "0." + "0".repeat(32_000) + "1"));
        files.put("names of functions.csv", () -> cells("Border", "+" + "A".repeat(32_000)));
        files.put("names of functions in parts.csv", () -> cells("Border", "+" + "A.1".repeat(10_000)));
        files.put("brackets.csv", () -> cells("Border", "-" + "A(".repeat(16_000)));
        files.put("apostrophes.csv", () -> cells("Border", "'".repeat(32_000)));
        files.put("tabs.csv", () -> cells("Border", "a" + "\t".repeat(32_000) + "a"));
        files.put("countries.csv", () -> cells("KZ", "the ".repeat(8_000)));
        files.put("accents.csv", () -> cells("KZ", "a\u0301\u0301\u0323".repeat(4_000)));
        files.put("accents of one letter.csv", () -> cells("Border", "a" + "\u0301\u0323".repeat(4_000)));
        return files;
    }

    /** Some thirty rows of long cells, in which this stands for that. */
    private static byte[] cells(String replaced, String text) {
        String row = ROW.replace(replaced, text) + "\n";
        return csv(HEADINGS + "\n", row, (1 << 20) / bytes(row).length);
    }

    /** A file that has something wrong in each cell of as many rows as there may be. */
    public static byte[] faulty() {
        return csv(HEADINGS + "\n", "=R(1),=R,=N(1),=A(1),=G(1),=C(1),=D(1),=I(1),=U(1),=R(1),=E(1)\n", 10_000);
    }

    /** What is written into a part. */
    public interface Content {

        /** Writes it. */
        void write(OutputStream out) throws IOException;
    }

    /** A workbook with one denial. */
    public static byte[] good() {
        return with("docProps/note.txt", text(""));
    }

    /** A workbook with one denial, and more in its sheet. */
    public static byte[] sheet(Content more) {
        return with(SHEET, out -> {
            out.write(bytes("<worksheet><sheetData>" + rows()));
            more.write(out);
            out.write(bytes("</sheetData></worksheet>"));
        });
    }

    /** A workbook with one denial, and below it a number in a style whose format is that code. */
    public static byte[] styled(String code, String number) {
        Map<String, Content> parts = parts();
        parts.put(
                STYLES,
                text("<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"" + code
                        + "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"));
        parts.put(
                SHEET,
                text("<worksheet><sheetData>" + rows() + "<row><c s=\"1\"><v>" + number
                        + "</v></c></row></sheetData></worksheet>"));
        return zip(parts);
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (String line : new String[] {HEADINGS, ROW}) {
            rows.append("<row>");
            for (String cell : line.split(",", -1)) {
                rows.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
            }
            rows.append("</row>");
        }
        return rows.toString();
    }

    private static byte[] shared(Content more) {
        return with(SHARED, out -> {
            out.write(bytes("<sst>"));
            more.write(out);
            out.write(bytes("</sst>"));
        });
    }

    private static byte[] sharedByMany() {
        Map<String, Content> parts = parts();
        parts.put(SHARED, text("<sst><si><t>" + "x".repeat(32_000) + "</t></si></sst>"));
        parts.put(SHEET, out -> {
            out.write(bytes("<worksheet><sheetData>" + rows()));
            repeated("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", 9_000)
                    .write(out);
            out.write(bytes("</sheetData></worksheet>"));
        });
        return zip(parts);
    }

    private static Content styles() {
        return out -> {
            out.write(bytes("<styleSheet><cellXfs>"));
            repeated("<xf numFmtId=\"14\"/>", 1_000_000).write(out);
            out.write(bytes("</cellXfs></styleSheet>"));
        };
    }

    private static Content entities() {
        StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"xxxxxxxxxx\">");
        for (int i = 1; i < 12; i++) {
            text.append("<!ENTITY e%d \"".formatted(i))
                    .append("&e%d;".formatted(i - 1).repeat(10))
                    .append("\">");
        }
        return text(text + "]><worksheet><sheetData><row><c t=\"str\"><v>&e11;</v></c></row></sheetData></worksheet>");
    }

    /** A workbook with one denial and so many pictures. */
    public static byte[] many(int count) {
        Map<String, Content> parts = parts();
        for (int i = 0; i < count; i++) {
            parts.put("xl/media/" + i + ".png", text(""));
        }
        return zip(parts);
    }

    /** The second one has the name of the first in other letters, which makes no other name. */
    private static byte[] twice() {
        Map<String, Content> parts = parts();
        parts.put("XL/Worksheets/Sheet1.xml", zeros(1 << 20));
        return zip(parts);
    }

    private static byte[] nested(int times) {
        byte[] within = zip(Map.of("zeros", zeros(MANY)));
        for (int i = 1; i < times; i++) {
            byte[] last = within;
            within = zip(Map.of("zip", out -> out.write(last)));
        }
        return within;
    }

    private static byte[] zip64() {
        byte[] file = good();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(file.length - 12, (short) 0xFFFF);
        return file;
    }

    /** The directory says another size of the sheet. */
    private static byte[] lying(byte[] file, int size) {
        ByteBuffer zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = zip.getInt(file.length - 6); zip.getInt(at) == 0x02014b50; ) {
            int nameLength = zip.getShort(at + 28);
            if (new String(file, at + 46, nameLength, StandardCharsets.UTF_8).equals(SHEET)) {
                zip.putInt(at + 24, size);
            }
            at += 46 + nameLength + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        return file;
    }

    /** Each entry of the directory has this number at this place. */
    private static byte[] patched(byte[] file, int place, int number) {
        ByteBuffer zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = zip.getInt(file.length - 6); zip.getInt(at) == 0x02014b50; ) {
            zip.putShort(at + place, (short) number);
            at += 46 + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        return file;
    }

    private static Map<String, Content> parts() {
        Map<String, Content> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                text("<workbook xmlns:r=\"u/relationships\"><sheets>"
                        + "<sheet name=\"Denials\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                text("<Relationships>"
                        + "<Relationship Id=\"r1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"t/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"t/styles\" Target=\"styles.xml\"/></Relationships>"));
        parts.put(SHEET, text("<worksheet><sheetData>" + rows() + "</sheetData></worksheet>"));
        return parts;
    }

    /** A workbook with one denial, in which this part is such. */
    public static byte[] with(String part, Content content) {
        Map<String, Content> parts = parts();
        parts.put(part, content);
        return zip(parts);
    }

    private static byte[] zip(Map<String, Content> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                OutputStream buffered = new BufferedOutputStream(zip, 1 << 16);
                part.getValue().write(buffered);
                buffered.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] csv(String repeated, int times) {
        return csv("", repeated, times);
    }

    private static byte[] csv(String beginning, String repeated, int times) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            file.write(bytes(beginning));
            repeated(repeated, times).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** This text. */
    public static Content text(String text) {
        return out -> out.write(bytes(text));
    }

    private static Content zeros(int count) {
        return of((byte) 0, count);
    }

    private static Content blanks(int count) {
        return of((byte) ' ', count);
    }

    private static Content of(byte value, int count) {
        return out -> {
            byte[] some = new byte[1 << 16];
            java.util.Arrays.fill(some, value);
            for (int left = count; left > 0; left -= some.length) {
                out.write(some, 0, Math.min(left, some.length));
            }
        };
    }

    private static Content around(String before, int count, String after) {
        return out -> {
            out.write(bytes(before));
            of((byte) 'x', count).write(out);
            out.write(bytes(after));
        };
    }

    /** Thirty million characters that each could open a tag. */
    private static Content opened(String before, String after) {
        return out -> {
            out.write(bytes(before));
            of((byte) '<', 30 << 20).write(out);
            out.write(bytes(after));
        };
    }

    /** Sixty times half a million characters, and each time others. */
    private static Content sixty(String before, String after) {
        return out -> {
            for (int i = 0; i < 60; i++) {
                around(before + i, 500_000, after).write(out);
            }
        };
    }

    private static Content formats(String code, int count) {
        return out -> {
            out.write(bytes("<styleSheet>"));
            for (int i = 0; i < count; i++) {
                out.write(bytes("<numFmt numFmtId=\"" + i + "\" formatCode=\"" + code + "\"/>"));
            }
            out.write(bytes("</styleSheet>"));
        };
    }

    /** Down through 60,000 folders and up again. */
    private static Content ways(int count) {
        return out -> {
            out.write(bytes("<Relationships>"));
            for (int i = 0; i < count; i++) {
                out.write(bytes("<Relationship Id=\"r" + i + "\" Target=\"" + "a/".repeat(60_000) + "../".repeat(60_000)
                        + "\"/>"));
            }
            out.write(bytes("</Relationships>"));
        };
    }

    /** Each of so many prefixes before each of so many names. */
    private static Content byPrefix(int count) {
        return out -> {
            StringBuilder declared = new StringBuilder("<c");
            for (int i = 0; i < count; i++) {
                declared.append(" xmlns:p").append(i).append("=\"u\"");
            }
            out.write(bytes(declared + ">"));
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    out.write(bytes("<p" + i + ":n" + j + "/>"));
                }
            }
            out.write(bytes("</c>"));
        };
    }

    private static Content repeated(String text, int times) {
        return out -> {
            byte[] once = bytes(text);
            for (int i = 0; i < times; i++) {
                out.write(once);
            }
        };
    }

    private static Content numbered(String text, int times) {
        return out -> {
            for (int i = 0; i < times; i++) {
                out.write(bytes(text.replace("%d", String.valueOf(i))));
            }
        };
    }

    /** Writes ASCII in another encoding. */
    private static final class Recoded extends OutputStream {

        private final OutputStream out;
        private final Charset charset;

        Recoded(OutputStream out, Charset charset) {
            this.out = out;
            this.charset = charset;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(String.valueOf((char) one).getBytes(charset));
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(new String(some, from, length, StandardCharsets.US_ASCII).getBytes(charset));
        }
    }
}
