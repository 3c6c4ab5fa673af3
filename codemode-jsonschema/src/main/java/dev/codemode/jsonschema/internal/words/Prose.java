package dev.codemode.jsonschema.internal.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prepares a document's prose for a model. Invariant, held by {@code ProseTest}: what comes out has a bounded length,
 * no control characters except {@code \n}, and none that hide or reorder text (see {@link Visible}).
 */
public final class Prose {
    /** The maximum length of an operation's text, without its summary. */
    public static final int OPERATION = 600;
    /** The maximum length of the text of a type, a parameter or a property. */
    public static final int PART = 240;
    /** The maximum length of a summary, default, example or pattern. */
    public static final int LINE = 160;

    /** The maximum length of an issue's location. */
    private static final int PLACE = 400;

    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(a|p|br|b|i|u|em|strong|code|pre|ul|ol|li|dl|dt|dd|div|span|h[1-6]|table|thead|tbody|tr|td|th|img|hr|sup"
                    + "|sub|small|blockquote|details|summary|center|font|kbd)(\\s[^<>]{0,500})?/?>|<!--[^>]{0,2000}-->");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\([^()\\s]{1,500}\\)");
    private static final Pattern CALLOUT = Pattern.compile("(?m)^[ \\t]*>[ \\t]*(\\[![A-Z]{1,20}\\])?[ \\t]*");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r]+");
    private static final Pattern LINES = Pattern.compile(" ?\\n[\\s]*");

    private Prose() {}

    /** Returns the text on one line. */
    public static String line(String text, int maxCharacters) {
        return Excerpt.of(cleaned(text, maxCharacters).replace('\n', ' ').strip(), maxCharacters);
    }

    /** Returns the text without markup, one line per paragraph. */
    public static String text(String text, int maxCharacters) {
        String cleaned = cleaned(text, maxCharacters);
        int end = cleaned.length() <= maxCharacters ? 0 : lastSentence(cleaned.substring(0, maxCharacters));
        // Drop the last, incomplete sentence rather than show half of it.
        return end > maxCharacters / 2 ? cleaned.substring(0, end) : Excerpt.of(cleaned, maxCharacters);
    }

    private static int lastSentence(String text) {
        return Math.max(text.lastIndexOf(". "), text.lastIndexOf(".\n")) + 1;
    }

    private static String cleaned(String text, int maxCharacters) {
        // A text that is this long to begin with stays long enough, whatever cleaning removes.
        String head = text.length() > 8 * maxCharacters ? text.substring(0, 8 * maxCharacters) : text;
        String plain = Visible.prose(head);
        plain = TAG.matcher(plain).replaceAll(" ");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = CALLOUT.matcher(plain).replaceAll("");
        plain = BLANKS.matcher(plain).replaceAll(" ");
        return LINES.matcher(plain).replaceAll("\n").strip();
    }

    /** Returns a JSON pointer, shortened in the middle, without characters that hide or reorder text. */
    public static String place(String pointer) {
        String seen = Visible.line(pointer);
        int end = seen.length() - PLACE / 2;
        return end <= PLACE / 2 ? seen : seen.substring(0, PLACE / 2) + "…" + seen.substring(end);
    }

    /** Returns the JSON text of a value if it can be shown unchanged, on one line; writes no more of it than that. */
    public static Optional<String> json(JsonNode value, int maxCharacters) {
        StringBuilder text = new StringBuilder();
        boolean fits = append(value, text, maxCharacters);
        return fits && presentable(text.toString(), maxCharacters) ? Optional.of(text.toString()) : Optional.empty();
    }

    private static boolean append(JsonNode value, StringBuilder text, int max) {
        if (!value.isContainerNode()) {
            boolean fits = !value.isTextual() || value.textValue().length() <= max;
            text.append(fits ? value.toString() : "");
            return fits && text.length() <= max;
        }
        text.append(value.isArray() ? '[' : '{');
        String comma = "";
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            text.append(comma).append(TextNode.valueOf(member.getKey())).append(':');
            if (!append(member.getValue(), text, max)) {
                return false;
            }
            comma = ",";
        }
        for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
            text.append(comma);
            if (!append(item, text, max)) {
                return false;
            }
            comma = ",";
        }
        text.append(value.isArray() ? ']' : '}');
        return text.length() <= max;
    }

    /**
     * Returns a value that is shown unchanged, such as a pattern or a default, without characters that hide or reorder
     * text.
     */
    public static boolean presentable(String text, int maxCharacters) {
        return text.length() <= maxCharacters && Visible.isProse(text);
    }
}
