package dev.codemode.openapi.internal.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.codemode.jsonschema.internal.document.DocumentTree;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a document, JSON (RFC 8259) or YAML 1.2. Holds no state. */
public final class DocumentText {
    /** Far deeper than any document that people write; the limit keeps a hostile one from exhausting the stack. */
    static final int MAX_DEPTH = 200;

    /** The maximum number of values in a tree, several times that of the largest published documents. */
    static final int MAX_VALUES = 5_000_000;

    /** The maximum number of characters in a key. */
    static final int MAX_KEY = 10_000;

    private DocumentText() {}

    /**
     * Returns the tree of the bytes. They are UTF-8 (RFC 8259, 8.1), or UTF-16 or UTF-32 if a byte order mark says so
     * or every second or fourth byte is zero (YAML 1.2.2, 5.2); other text is read as Latin-1, with a fault that says
     * so.
     *
     * @throws UnreadableException as {@link #parse(String)}
     */
    static DocumentTree parse(byte[] bytes) throws UnreadableException {
        Charset charset = charset(bytes);
        try {
            return parse(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            DocumentTree read = parse(new String(bytes, StandardCharsets.ISO_8859_1));
            List<DocumentTree.Fault> faults = new ArrayList<>(read.faults());
            faults.add(new DocumentTree.Fault(
                    List.of(), "The file is not in " + charset + "; it was read as ISO-8859-1. Save it in UTF-8."));
            return new DocumentTree(read.root(), faults);
        }
    }

    private static Charset charset(byte[] bytes) {
        int a = at(bytes, 0);
        int b = at(bytes, 1);
        int c = at(bytes, 2);
        int d = at(bytes, 3);
        if ((a == 0 && b == 0 && (c != 0 || d != 0))
                || (b == 0 && c == 0 && d == 0 && a > 0)
                || utf32Mark(a, b, c, d)) {
            return Charset.forName("UTF-32" + (a == 0 ? "BE" : "LE"));
        }
        if ((a == 0xFE && b == 0xFF) || (a == 0 && b > 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return (a == 0xFF && b == 0xFE) || (a > 0 && b == 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static boolean utf32Mark(int a, int b, int c, int d) {
        return a == 0xFF && b == 0xFE && c == 0 && d == 0;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    /**
     * Returns the tree of the text; a byte order mark before it is skipped (RFC 8259, 8.1).
     *
     * @throws UnreadableException if it is neither JSON nor YAML; the message says where
     */
    public static DocumentTree parse(String text) throws UnreadableException {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!plain.stripLeading().startsWith("{")) {
            return YamlTree.parse(plain);
        }
        try {
            return JsonTree.parse(plain);
        } catch (JsonProcessingException e) {
            return flowMapping(plain, e.getLocation());
        }
    }

    /** A flow mapping of YAML also begins with a brace. */
    private static DocumentTree flowMapping(String text, @Nullable JsonLocation place) throws UnreadableException {
        try {
            return YamlTree.parse(text);
        } catch (UnreadableException notYaml) {
            if (place == null) {
                throw notYaml;
            }
            throw new UnreadableException(
                    "The text is not valid JSON: line " + place.getLineNr() + ", column " + place.getColumnNr() + ".");
        }
    }

    static UnreadableException tooLarge() {
        return new UnreadableException("The text holds more than " + MAX_VALUES
                + " values, counting those of aliases wherever they are used.");
    }

    static UnreadableException tooDeep() {
        return new UnreadableException("The text nests deeper than " + MAX_DEPTH + " levels.");
    }

    static UnreadableException longKey() {
        return new UnreadableException("The text has a key of more than " + MAX_KEY + " characters.");
    }
}
