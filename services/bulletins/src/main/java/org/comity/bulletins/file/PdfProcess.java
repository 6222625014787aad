package org.comity.bulletins.file;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.logging.Logger;

/**
 * Has PDFs cleaned, each in a process of its own. A PDF of a few kilobytes can unpack to gigabytes, in more ways than a
 * reader of PDF can be kept from: the memory and the time are bounded where no file can reach, and the service goes on.
 *
 * <p>Rules: R-366.
 */
final class PdfProcess {

    /** Assumption: a scan of 5 MB takes a second; on a busy machine some more. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final List<String> MEMORY = List.of(
            "-Xmx128m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    private static final int CHUNK = 64 * 1024;

    private final Duration longest;

    PdfProcess() {
        this(LONGEST);
    }

    PdfProcess(Duration longest) {
        this.longest = longest;
    }

    /** The same PDF, cleaned. */
    byte[] clean(byte[] file) throws UncleanFile {
        try {
            Process process = process().start();
            try {
                return clean(process, file);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF cannot be cleaned", e);
        }
    }

    private byte[] clean(Process process, byte[] file) throws UncleanFile, IOException {
        CompletableFuture<Void> ends = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        byte[] answer;
        int end;
        try (OutputStream in = process.getOutputStream()) {
            in.write(file);
        } catch (IOException e) {
            // it has ended before it had read all
        }
        try (InputStream out = process.getInputStream()) {
            answer = bounded(out);
            if (answer.length > FileBounds.MOST_BYTES) {
                return answer;
            }
            end = process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a PDF is cleaned", e);
        } finally {
            ends.cancel(false);
        }
        if (end == PdfWorker.REFUSED) {
            throw new UncleanFile(new String(answer, StandardCharsets.UTF_8));
        }
        if (end != 0) {
            throw new UncleanFile("This PDF takes more memory or time than any of this size should.");
        }
        return answer;
    }

    /** One byte more than a file may have tells that it has more. */
    private static byte[] bounded(InputStream out) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        int count = out.read(chunk);
        while (count >= 0 && answer.size() <= FileBounds.MOST_BYTES) {
            answer.write(chunk, 0, count);
            count = out.read(chunk);
        }
        return answer.toByteArray();
    }

    private static ProcessBuilder process() {
        Stream<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        MEMORY.stream(),
                        Stream.of("-cp", classes(), PdfWorker.class.getName()))
                .flatMap(words -> words);
        ProcessBuilder process = new ProcessBuilder(command.toList())
                // what it says of a file may quote it
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().clear();
        return process;
    }

    /** Where the worker's own classes lie, and those that it uses. */
    private static String classes() {
        return Stream.of(
                        PdfWorker.class,
                        PDDocument.class,
                        RandomAccessRead.class,
                        FontBoxFont.class,
                        LogFactory.class,
                        Logger.class)
                .map(PdfProcess::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> one) {
        CodeSource source =
                Objects.requireNonNull(one.getProtectionDomain().getCodeSource(), () -> "no place of " + one);
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no place of " + one, e);
        }
    }
}
