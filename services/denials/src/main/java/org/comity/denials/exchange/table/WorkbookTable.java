package org.comity.denials.exchange.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook (Office Open XML, transitional or strict) that is not hidden. Of all parts, those alone
 * are unpacked that say what stands in this sheet.
 */
public final class WorkbookTable {

    private static final String NO_WORKBOOK = "The file is not a workbook (XLSX), or is damaged.";
    private static final String MAIN = "xl/workbook.xml";
    private static final int MOST_SHEETS = 1_000;

    private final ZipParts parts;
    private final Map<String, Target> targets = new HashMap<>();
    private String main = MAIN;
    private boolean daysFrom1904;

    private record Target(String type, String name) {}

    private WorkbookTable(byte[] file) throws UnreadableFile {
        parts = new ZipParts(file);
    }

    /**
     * Reads the rows.
     *
     * @throws UnreadableFile if the file is no workbook, or one that would cost too much
     */
    public static void read(byte[] file, Rows rows) throws UnreadableFile {
        new WorkbookTable(file).read(rows);
    }

    /** Whether the file begins as a zip file does, which no CSV does. */
    public static boolean isWorkbook(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private void read(Rows rows) throws UnreadableFile {
        main = related("", "officeDocument").orElse(MAIN);
        targets.clear();
        relate(main);
        String sheet = sheet();
        FileBudget budgetOfShared = new FileBudget();
        List<String> shared = shared(budgetOfShared);
        NumberFormats formats = formats();
        try (XmlPart part = new XmlPart(part(sheet))) {
            new SheetRows(part, shared, formats, daysFrom1904, new FileBudget()).read(rows);
        }
    }

    private InputStream part(String name) throws UnreadableFile {
        return parts.open(name).orElseThrow(() -> new UnreadableFile(NO_WORKBOOK));
    }

    /** The part of this kind that a part leads to. */
    private Optional<String> related(String from, String kind) throws UnreadableFile {
        targets.clear();
        relate(from);
        return ofKind(kind);
    }

    private Optional<String> ofKind(String kind) {
        return targets.values().stream()
                .filter(target -> target.type().endsWith("/" + kind))
                .map(Target::name)
                .findFirst();
    }

    private void relate(String from) throws UnreadableFile {
        int slash = from.lastIndexOf('/') + 1;
        String folder = from.substring(0, slash);
        Optional<InputStream> relations = parts.open(folder + "_rels/" + from.substring(slash) + ".rels");
        if (relations.isEmpty()) {
            return;
        }
        try (XmlPart part = new XmlPart(relations.get())) {
            for (XmlPart.Event event = part.next(); event != XmlPart.Event.OVER; event = part.next()) {
                if (event == XmlPart.Event.BEGIN && part.is("Relationship") && targets.size() < MOST_SHEETS) {
                    String target = part.attribute("Target").orElse("");
                    targets.put(
                            part.attribute("Id").orElse(""),
                            new Target(part.attribute("Type").orElse(""), resolved(folder, target)));
                }
            }
        }
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>();
        for (String step : (folder + target).split("/")) {
            if (step.equals("..") && !path.isEmpty()) {
                path.removeLast();
            } else if (!step.equals(".")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    /** The name of the part that is the first sheet of cells which is shown. */
    private String sheet() throws UnreadableFile {
        String first = null;
        try (XmlPart part = new XmlPart(part(main))) {
            for (XmlPart.Event event = part.next(); event != XmlPart.Event.OVER; event = part.next()) {
                if (event == XmlPart.Event.BEGIN && part.is("workbookPr")) {
                    daysFrom1904 = part.attribute("date1904")
                            .filter(WorkbookTable::isTrue)
                            .isPresent();
                }
                if (event == XmlPart.Event.BEGIN && part.is("sheet") && first == null) {
                    first = shown(part);
                }
            }
        }
        if (first == null) {
            throw new UnreadableFile("The workbook has no sheet that is shown.");
        }
        return first;
    }

    static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }

    private @Nullable String shown(XmlPart part) {
        if (part.attribute("state").filter(state -> !state.equals("visible")).isPresent()) {
            return null;
        }
        Target target = targets.get(part.relation().orElse(""));
        return target != null && target.type().endsWith("/worksheet") ? target.name() : null;
    }

    private List<String> shared(FileBudget budget) throws UnreadableFile {
        List<String> texts = new ArrayList<>();
        Optional<InputStream> bytes = open("sharedStrings");
        if (bytes.isEmpty()) {
            return texts;
        }
        try (XmlPart part = new XmlPart(bytes.get())) {
            for (XmlPart.Event event = part.next(); event != XmlPart.Event.OVER; event = part.next()) {
                if (event == XmlPart.Event.BEGIN && part.is("si")) {
                    // how a text is spoken (rPh) is no part of it
                    String text = part.textOfElement("rPh");
                    budget.keep(text);
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private NumberFormats formats() throws UnreadableFile {
        Optional<InputStream> bytes = open("styles");
        if (bytes.isEmpty()) {
            return NumberFormats.NONE;
        }
        try (XmlPart part = new XmlPart(bytes.get())) {
            return NumberFormats.of(part);
        }
    }

    private Optional<InputStream> open(String kind) throws UnreadableFile {
        Optional<String> name = ofKind(kind);
        return name.isPresent() ? parts.open(name.get()) : Optional.empty();
    }
}
