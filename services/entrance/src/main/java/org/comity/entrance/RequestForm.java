package org.comity.entrance;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with the form of a request: its address, its headers, the length that it says it has. */
public final class RequestForm {

    private static final int MALFORMED = 400;
    private static final int TOO_LARGE = 413;
    private static final int URI_TOO_LONG = 414;
    private static final int UNSUPPORTED = 415;
    private static final int HEADERS_TOO_LARGE = 431;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    /** Dots, slashes and backslashes in disguise, doubled slashes, parameters of a segment. */
    private static final Pattern NOT_NORMAL = Pattern.compile("(?i)%2f|%5c|%00|//|\\\\|;|/\\.{1,2}(/|$)");
    /** A letter, digit, hyphen, dot, underscore or tilde in disguise (RFC 3986, 2.3). */
    private static final Pattern DISGUISED =
            Pattern.compile("(?i)%(?:2[de]|3[0-9]|4[1-9a-f]|5[0-9a]|5f|6[1-9a-f]|7[0-9a]|7e)");
    /** What may stand in an address beside a percent sign (RFC 3986, 2). */
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z._~:/?\\[\\]@!$&'()*+,;=%-]*+");

    // Every repetition is possessive: another one costs a frame of the stack for each character of a long header
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String PARAMETERS =
            "(?:[ \\t]*+;[ \\t]*+" + TOKEN + "=(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\"))*+[ \\t]*+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
    private static final Pattern CHARSET = Pattern.compile("(?i);[ \\t]*charset=\"?([^\"; \\t]*)");
    private static final Pattern ACCEPT = Pattern.compile("(?:" + MEDIA_TYPE + "|\\*" + PARAMETERS + ")?");

    private static final List<String> ONCE = List.of("Authorization", "Content-Type", "Content-Length", "Host");
    private static final String MULTIPART = "multipart/form-data";

    private final HttpServerRequest request;
    private final EntranceConfig config;
    private final Predicate<String> endsInSlash;

    /** The form of this request, where no address but the root ends in a slash. */
    public RequestForm(HttpServerRequest request, EntranceConfig config) {
        this(request, config, path -> false);
    }

    /**
     * The form of this request.
     *
     * @param endsInSlash whether there is this address, which ends in a slash
     */
    public RequestForm(HttpServerRequest request, EntranceConfig config, Predicate<String> endsInSlash) {
        this.request = request;
        this.config = config;
        this.endsInSlash = endsInSlash;
    }

    /** The first thing that is wrong, if something is. */
    public Optional<Refusal> fault() {
        return address().or(this::headers).or(this::body);
    }

    private Optional<Refusal> address() {
        String uri = request.uri();
        long longest = config.longestAddress().asLongValue();
        if (uri.length() > longest) {
            return refused(URI_TOO_LONG, "", "The address has more than " + longest + " characters.");
        }
        if (!METHODS.contains(request.method().name())) {
            return Optional.of(Refusal.METHOD);
        }
        String path = String.valueOf(request.path());
        if (!path.startsWith("/")
                || NOT_NORMAL.matcher(path).find()
                || DISGUISED.matcher(path).find()
                || path.length() > 1 && path.endsWith("/") && !endsInSlash.test(path)) {
            return Optional.of(Refusal.NOT_FOUND);
        }
        if (!ADDRESS.matcher(uri).matches() || path.indexOf('[') >= 0 || path.indexOf(']') >= 0) {
            return refused(MALFORMED, "", "The address holds a character that is to be percent-encoded (RFC 3986).");
        }
        if (PERCENT.matcher(uri).find() || !isUtf8(uri)) {
            return refused(MALFORMED, "", "The address is not percent-encoded UTF-8 (RFC 3986).");
        }
        return Optional.empty();
    }

    /** Whether what the percent signs stand for is UTF-8 without control characters. */
    private static boolean isUtf8(String uri) {
        if (uri.indexOf('%') < 0) {
            return true;
        }
        byte[] bytes = new byte[uri.length()];
        int length = 0;
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) Integer.parseInt(uri, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Optional<Refusal> headers() {
        MultiMap headers = request.headers();
        long largest = config.largestHeaders().asLongValue();
        long size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        if (size > largest) {
            return refused(HEADERS_TOO_LARGE, "", "The headers have more than " + largest + " bytes.");
        }
        for (String name : ONCE) {
            if (headers.getAll(name).size() > 1) {
                return refused(MALFORMED, name, "This header stands twice.");
            }
        }
        if (headers.get("Host") == null && request.authority() == null) {
            return refused(MALFORMED, "Host", "This header is missing.");
        }
        for (String accept : headers.getAll("Accept")) {
            for (String range : accept.split(",")) {
                if (!ACCEPT.matcher(range.strip()).matches()) {
                    return refused(MALFORMED, "Accept", "This is no list of media types.");
                }
            }
        }
        if (headers.contains("Expect") && !"100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            return refused(MALFORMED, "Expect", "The only expectation is 100-continue.");
        }
        return Optional.empty();
    }

    private Optional<Refusal> body() {
        MultiMap headers = request.headers();
        String encoding = headers.get("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return refused(UNSUPPORTED, "Content-Encoding", "Send the body as it is.");
        }
        String transfer = headers.get("Transfer-Encoding");
        if (transfer != null && !transfer.equalsIgnoreCase("chunked")) {
            return refused(MALFORMED, "Transfer-Encoding", "The only coding is chunked.");
        }
        if (headers.contains("Trailer")) {
            return refused(MALFORMED, "Trailer", "A body has no trailer.");
        }
        String type = headers.get("Content-Type");
        if (type == null) {
            return hasBody() && changes()
                    ? refused(UNSUPPORTED, "Content-Type", "This header is missing.")
                    : Optional.empty();
        }
        return mediaType(type);
    }

    private static Optional<Refusal> mediaType(String text) {
        if (!MEDIA_TYPE.matcher(text).matches()) {
            return refused(UNSUPPORTED, "Content-Type", "This is no media type.");
        }
        Matcher charset = CHARSET.matcher(text);
        return charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")
                ? refused(UNSUPPORTED, "Content-Type", "Send the body in UTF-8.")
                : Optional.empty();
    }

    private boolean changes() {
        return Set.of("POST", "PUT", "PATCH").contains(request.method().name());
    }

    private boolean hasBody() {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    /** Whether the body is a form with files, which may be larger than any other. */
    public static boolean isFormWithFiles(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(MULTIPART);
    }

    private static Optional<Refusal> refused(int status, String name, String detail) {
        return Optional.of(new Refusal(status, name, detail));
    }
}
