package org.comity.bulletins.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * A PDF without what tells of the person who made it, without files in it, and without anything that runs. It is written
 * again from what its pages use, so that earlier versions of it, which a PDF may keep, go too.
 *
 * <p>Rules.
 */
final class PdfFile {

    /** Assumption: a scan or a report of 5 MB has far fewer. */
    static final int MOST_OBJECTS = 200_000;

    /** What stays of the root: pages, their order and names, and how they are read aloud. */
    private static final Set<COSName> OF_ROOT = names(
            "Type",
            "Version",
            "Pages",
            "PageLabels",
            "Names",
            "Dests",
            "ViewerPreferences",
            "PageLayout",
            "PageMode",
            "Outlines",
            "StructTreeRoot",
            "MarkInfo",
            "Lang",
            "OutputIntents",
            "OCProperties",
            "AcroForm");

    /** What goes wherever it stands: metadata, files, scripts, what is done by itself, and what programs keep. */
    private static final Set<COSName> FORBIDDEN = names(
            "Metadata",
            "PieceInfo",
            "LastModified",
            "AA",
            "OpenAction",
            "JS",
            "JavaScript",
            "EmbeddedFiles",
            "EmbeddedFile",
            "EF",
            "AF",
            "XFA",
            "RichMediaContent",
            "RichMediaSettings",
            "Collection",
            "CreatorInfo",
            "Ref",
            "OPI",
            "Thumb",
            "SigFlags",
            "Perms",
            "DSS",
            "Alternates",
            "SpiderInfo");

    /** Where a stream would be read from another file. */
    private static final Set<COSName> OF_ANOTHER_FILE = names("F", "FFilter", "FDecodeParms");

    /** What an annotation tells of who made it, and when. */
    private static final Set<COSName> OF_AUTHOR = names("M", "NM", "CreationDate", "T", "Subj");

    private static final Set<COSName> RUNS = names(
            "JavaScript",
            "Launch",
            "GoToR",
            "GoToE",
            "SubmitForm",
            "ImportData",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "Thread",
            "ResetForm",
            "Hide",
            "SetOCGState",
            "Trans",
            "GoTo3DView",
            "GoToDp");

    private static final Set<COSName> SHOWS_A_FILE =
            names("FileAttachment", "Sound", "Movie", "Screen", "3D", "RichMedia", "Projection");

    private static final Set<COSName> EMPTIED = names("Filespec", "Sig", "DocTimeStamp");

    private static final List<String> PHOTOGRAPH = List.of("DCTDecode", "DCT");

    private static final COSName BYTE_RANGE = COSName.getPDFName("ByteRange");
    private static final COSName SIGNATURE = COSName.getPDFName("Sig");
    private static final Set<String> JPEG_2000 = Set.of("JPXDecode");
    private static final COSName WIDGET = COSName.getPDFName("Widget");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();

    private PdfFile() {}

    private static Set<COSName> names(String... names) {
        return Stream.of(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The pages alone.
     *
     * @throws UncleanFile where it is encrypted, has no page or too many parts, or a photograph in it is broken
     * @throws IOException where it is no PDF that can be read
     */
    static byte[] clean(byte[] file) throws IOException, UncleanFile {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            COSDictionary trailer = document.getDocument().getTrailer();
            COSDictionary root = trailer.getCOSDictionary(COSName.ROOT);
            if (root == null || document.getNumberOfPages() == 0) {
                throw new UncleanFile("This PDF has no page.");
            }
            keep(trailer, Set.of(COSName.ROOT, COSName.SIZE));
            keep(root, OF_ROOT);
            COSDictionary named = root.getCOSDictionary(COSName.NAMES);
            if (named != null) {
                keep(named, Set.of(COSName.DESTS));
            }
            new PdfFile().walk(root);
            // the identifier of a file is made of this, and not of when and by whom it was cleaned
            document.setDocumentId(0L);
            ByteArrayOutputStream clean = new ByteArrayOutputStream(file.length);
            document.save(clean);
            return clean.toByteArray();
        } catch (InvalidPasswordException e) {
            throw encrypted();
        }
    }

    private static UncleanFile encrypted() {
        return new UncleanFile("This PDF is encrypted. Save it without a password.");
    }

    private static void keep(COSDictionary of, Set<COSName> kept) {
        List.copyOf(of.keySet()).stream().filter(key -> !kept.contains(key)).forEach(of::removeItem);
    }

    private void walk(COSBase root) throws IOException, UncleanFile {
        add(root);
        while (!waiting.isEmpty()) {
            if (seen.size() > MOST_OBJECTS) {
                throw new UncleanFile("This PDF has more than %,d parts.".formatted(MOST_OBJECTS));
            }
            switch (waiting.pop()) {
                case COSStream stream -> {
                    dictionary(stream);
                    stream(stream);
                }
                case COSDictionary dictionary -> dictionary(dictionary);
                case COSArray array -> array.forEach(this::add);
                default -> {
                    // nothing lies within a number, a text or a name
                }
            }
        }
    }

    private void add(COSBase part) {
        COSBase one = part instanceof COSObject reference ? reference.getObject() : part;
        if ((one instanceof COSDictionary || one instanceof COSArray) && seen.add(one)) {
            waiting.push(one);
        }
    }

    private void dictionary(COSDictionary dictionary) {
        boolean showsAFile = isAnnotation(dictionary) && is(dictionary, COSName.SUBTYPE, SHOWS_A_FILE);
        if (is(dictionary, COSName.S, RUNS) || isSignature(dictionary) || showsAFile) {
            dictionary.clear();
            return;
        }
        if (is(dictionary, COSName.FT, Set.of(SIGNATURE))) {
            dictionary.removeItem(COSName.V);
        }
        if (isAnnotation(dictionary)) {
            authorless(dictionary);
        }
        FORBIDDEN.forEach(dictionary::removeItem);
        COSArray annotations = dictionary.getCOSArray(COSName.ANNOTS);
        if (annotations != null) {
            dictionary.setItem(COSName.ANNOTS, annotations(annotations));
        }
        dictionary.getValues().forEach(this::add);
    }

    private static boolean is(COSDictionary dictionary, COSName key, Set<COSName> values) {
        return dictionary.getDictionaryObject(key) instanceof COSName name && values.contains(name);
    }

    private static COSArray annotations(COSArray annotations) {
        List<COSBase> kept = new ArrayList<>();
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary one) {
                if (is(one, COSName.SUBTYPE, SHOWS_A_FILE)) {
                    // something else may lead to it still: the popup that belongs to it, or a reply
                    one.clear();
                } else {
                    authorless(one);
                    kept.add(annotations.get(i));
                }
            }
        }
        return new COSArray(kept);
    }

    private static void authorless(COSDictionary annotation) {
        // the name of a field is no author
        boolean isField = is(annotation, COSName.SUBTYPE, Set.of(WIDGET));
        OF_AUTHOR.stream().filter(key -> !isField || key != COSName.T).forEach(annotation::removeItem);
    }

    /** Whether it is an annotation, which has a place on a page; it may be reached otherwise than from its page. */
    private static boolean isAnnotation(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.SUBTYPE) && dictionary.containsKey(COSName.RECT);
    }

    /** Whether it is what a signature says, with a type or without one. */
    private static boolean isSignature(COSDictionary dictionary) {
        return is(dictionary, COSName.TYPE, EMPTIED) || dictionary.containsKey(BYTE_RANGE);
    }

    private static void stream(COSStream stream) throws IOException, UncleanFile {
        OF_ANOTHER_FILE.forEach(stream::removeItem);
        if (last(stream.getFilters()) instanceof COSName filter && JPEG_2000.contains(filter.getName())) {
            throw new UncleanFile(
                    "A picture in this PDF is JPEG 2000, whose metadata stays. Save it with JPEG pictures.");
        }
        if (isPhotograph(last(stream.getFilters()))) {
            try (InputStream within = new PDStream(stream).createInputStream(PHOTOGRAPH)) {
                replace(stream, JpegFile.cleanInDocument(within.readAllBytes()));
            }
        }
    }

    private static boolean isPhotograph(@Nullable COSBase filter) {
        return filter instanceof COSName name && PHOTOGRAPH.contains(name.getName());
    }

    private static @Nullable COSBase last(@Nullable COSBase filters) {
        return filters instanceof COSArray several
                ? several.size() == 0 ? null : several.getObject(several.size() - 1)
                : filters;
    }

    private static void replace(COSStream stream, byte[] photograph) throws IOException {
        try (OutputStream raw = stream.createRawOutputStream()) {
            raw.write(photograph);
        }
        stream.setItem(COSName.FILTER, COSName.DCT_DECODE);
        stream.removeItem(COSName.DECODE_PARMS);
    }
}
