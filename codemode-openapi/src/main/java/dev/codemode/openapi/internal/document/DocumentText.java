package dev.codemode.openapi.internal.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The text of a document, JSON (RFC 8259) or YAML 1.2. Holds no state. */
final class DocumentText {
    /** Far deeper than any document that people write; the limit keeps a hostile one off the stack. */
    static final int MAX_DEPTH = 200;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private DocumentText() {}

    /**
     * Returns the tree of the text.
     *
     * @throws UnreadableException if it is neither JSON nor YAML; the message says where
     */
    static JsonNode parse(String text) throws UnreadableException {
        String start = text.stripLeading();
        if (!start.startsWith("{")) {
            return YamlTree.parse(text);
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return flowMapping(text, e.getLocation());
        }
    }

    /** A flow mapping of YAML also begins with a brace. */
    private static JsonNode flowMapping(String text, @Nullable JsonLocation place) throws UnreadableException {
        try {
            return YamlTree.parse(text);
        } catch (UnreadableException notYaml) {
            if (place == null) {
                throw notYaml;
            }
            throw new UnreadableException(
                    "The text is no valid JSON: line " + place.getLineNr() + ", column " + place.getColumnNr() + ".");
        }
    }

    /** Says why a text is no document, in a sentence. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
