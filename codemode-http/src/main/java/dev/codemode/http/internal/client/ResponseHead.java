package dev.codemode.http.internal.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The status line and the fields of a response (RFC 9112, 4 and 5). Immutable and thread-safe.
 *
 * @param status the status code
 * @param headers the fields
 * @param current whether the server speaks HTTP/1.1, which keeps connections by default
 */
record ResponseHead(int status, HttpHeaders headers, boolean current) {
    private static final int MAX_BYTES = 64 << 10;
    private static final int MAX_INFORMATIONAL = 20;
    private static final String VERSION = "HTTP/1.";
    private static final int STATUS_AT = VERSION.length() + 2;
    private static final String TIMEOUT = "timeout=";
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);

    /**
     * Reads the head of the final response, after any informational ones (RFC 9110, 15.2).
     *
     * @throws EOFException if the connection ends before
     * @throws ProtocolException if it is not HTTP/1.1, or too large
     */
    static ResponseHead read(PlainConnection connection, Deadline deadline) throws IOException {
        int left = MAX_BYTES;
        for (int i = 0; i < MAX_INFORMATIONAL; i++) {
            List<String> lines = lines(connection, left, deadline);
            left -= lines.stream().mapToInt(line -> line.length() + 2).sum();
            ResponseHead head = of(lines);
            if (head.status >= 200) {
                return head;
            }
            if (head.status == 101) {
                break;
            }
        }
        throw new ProtocolException("The server answers with something else than a response.");
    }

    private static List<String> lines(PlainConnection connection, int maxBytes, Deadline deadline) throws IOException {
        List<String> lines = new ArrayList<>();
        int left = maxBytes;
        while (true) {
            String line = connection.line(left, deadline);
            if (line == null) {
                throw new EOFException("The connection ended before a response, or within its head.");
            }
            left -= line.length() + 2;
            if (line.isEmpty() && !lines.isEmpty()) {
                return lines;
            }
            if (line.startsWith(" ") || line.startsWith("\t")) {
                unfold(lines, line);
            } else {
                lines.add(line);
            }
        }
    }

    /** A field that goes on in the next line (RFC 9112, 5.2). */
    private static void unfold(List<String> lines, String line) throws ProtocolException {
        if (lines.size() < 2) {
            throw new ProtocolException("The first field begins with white space.");
        }
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + " " + line.strip());
    }

    private static ResponseHead of(List<String> lines) throws ProtocolException {
        int status = status(lines.get(0));
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon));
            String value = line.substring(colon + 1).strip();
            if (!HeadText.isToken(name) || !HeadText.isValue(value)) {
                throw new ProtocolException("A field of a response has an invalid name or value.");
            }
            fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        boolean current = lines.get(0).charAt(VERSION.length()) == '1';
        return new ResponseHead(status, HttpHeaders.of(fields, (name, value) -> true), current);
    }

    /** Reads {@code HTTP/1.1 200 OK}, of which some servers leave out the last word (RFC 9112, 4). */
    private static int status(String line) throws ProtocolException {
        int end = STATUS_AT + 3;
        boolean complete = line.length() == end || (line.length() > end && line.charAt(end) == ' ');
        if (complete && line.startsWith(VERSION) && "01".indexOf(line.charAt(STATUS_AT - 2)) >= 0) {
            int status = line.charAt(STATUS_AT - 1) == ' ' ? HeadText.number(line, STATUS_AT, end) : 0;
            if (status >= 100) {
                return status;
            }
        }
        throw new ProtocolException("The first line of a response is not a status line of HTTP/1.1.");
    }

    /** Returns whether the body is in chunks (RFC 9112, 7.1). */
    boolean isChunked() throws ProtocolException {
        List<String> codings = headers.allValues("Transfer-Encoding");
        if (codings.isEmpty()) {
            return false;
        }
        if (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked")) {
            return true;
        }
        throw new ProtocolException("The body has a transfer coding that was not asked for.");
    }

    /** Returns the length that is announced, or null if none is (RFC 9112, 6.3). */
    @Nullable Long length() throws ProtocolException {
        List<String> values = headers.allValues("Content-Length");
        if (values.size() == 1 && HeadText.isLength(values.get(0))) {
            return Long.valueOf(values.get(0));
        }
        Set<String> lengths = new HashSet<>();
        for (String value : values) {
            for (String part : value.split(",", -1)) {
                lengths.add(part.strip());
            }
        }
        if (lengths.isEmpty()) {
            return null;
        }
        String length = lengths.iterator().next();
        if (lengths.size() > 1 || !HeadText.isLength(length)) {
            throw new ProtocolException("The announced length is not one number.");
        }
        return Long.valueOf(length);
    }

    /** Returns for how long the connection may be kept without a request (RFC 9112, 9.3); zero if not at all. */
    Duration keeps() {
        boolean ambiguous = headers.firstValue("Transfer-Encoding").isPresent()
                && headers.firstValue("Content-Length").isPresent();
        if (!current || ambiguous || headers.allValues("Connection").stream().anyMatch(ResponseHead::closes)) {
            return Duration.ZERO;
        }
        Duration kept = MAX_IDLE;
        for (String value : headers.allValues("Keep-Alive")) {
            for (String parameter : value.split(",", -1)) {
                Duration other = timeout(parameter.strip());
                kept = other.compareTo(kept) < 0 ? other : kept;
            }
        }
        return kept;
    }

    private static boolean closes(String connection) {
        return connection.toLowerCase(Locale.ROOT).contains("close");
    }

    /** Returns how long an idle connection is used if that is what the parameter says, less a second on the way. */
    private static Duration timeout(String parameter) {
        String digits = parameter.substring(Math.min(TIMEOUT.length(), parameter.length()));
        boolean said = parameter.regionMatches(true, 0, TIMEOUT, 0, TIMEOUT.length()) && HeadText.isLength(digits);
        return said ? Duration.ofSeconds(Math.max(0, Long.parseLong(digits) - 1)) : MAX_IDLE;
    }
}
