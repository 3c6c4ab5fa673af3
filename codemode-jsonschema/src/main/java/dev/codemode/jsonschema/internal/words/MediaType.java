package dev.codemode.jsonschema.internal.words;

import java.util.Locale;
import java.util.Set;

/** What the name of a media type says about a body: one list for requests and responses. Holds no state. */
public final class MediaType {
    /** A form: pairs of names and values (URL Standard, 5). */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** The last words of textual types, without {@code x-}. */
    private static final Set<String> TEXTS = Set.of(
            "xml",
            "yaml",
            "yml",
            "toml",
            "csv",
            "javascript",
            "ecmascript",
            "typescript",
            "graphql",
            "sql",
            "sdp",
            "sh",
            "ndjson",
            "jsonl",
            "jsonlines",
            "json-lines",
            "json-seq",
            "pem-file",
            "openmetrics-text",
            "vnd.github.raw",
            "vnd.github.diff",
            "vnd.github.patch",
            "vnd.github.sha",
            "vnd.oai.openapi");

    private static final Set<String> TEXT_SUFFIXES = Set.of("xml", "yaml", "toml", "csv", "json-seq", "jsonl");

    private MediaType() {}

    /** Returns the type without its parameters, in lower case (RFC 9110, 8.3.1). */
    public static String plain(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether bodies of the plain type are JSON (RFC 6839, 3.1). */
    public static boolean isJson(String plain) {
        return plain.endsWith("/json") || plain.endsWith("+json") || plain.endsWith("/x-json");
    }

    /** Returns whether bodies of the plain type are text other than JSON. */
    public static boolean isText(String plain) {
        if (isJson(plain)) {
            return false;
        }
        String last = plain.substring(plain.indexOf('/') + 1);
        String suffix = last.substring(last.indexOf('+') + 1);
        return plain.startsWith("text/")
                || plain.equals(FORM)
                || TEXTS.contains(last.startsWith("x-") ? last.substring(2) : last)
                || TEXT_SUFFIXES.contains(suffix);
    }
}
