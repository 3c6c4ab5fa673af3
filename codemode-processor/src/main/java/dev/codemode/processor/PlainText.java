package dev.codemode.processor;

import com.github.javaparser.javadoc.description.JavadocDescription;
import com.github.javaparser.javadoc.description.JavadocDescriptionElement;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Converts Javadoc's mixture of HTML and inline tags to plain text. Paragraphs and list items begin a line, code is in
 * backticks, links are their labels; the source's own line breaks become spaces. Inherited text is known only where all
 * classes are, so its tag stays.
 */
final class PlainText {
    /** Stands for a line break until white space has been collapsed. */
    private static final char BREAK = '\u0001';

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "br",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "pre",
            "blockquote",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr");

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("times", "×"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("rarr", "→"),
            Map.entry("larr", "←"),
            Map.entry("copy", "©"),
            Map.entry("euro", "€"));

    private PlainText() {}

    static String of(JavadocDescription description) {
        StringBuilder text = new StringBuilder();
        for (JavadocDescriptionElement element : description.getElements()) {
            if (element instanceof JavadocInlineTag tag) {
                text.append(inline(tag));
            } else {
                text.append(html(element.toText()));
            }
        }
        return collapse(text.toString());
    }

    static String ofHtml(String html) {
        return collapse(html(html));
    }

    private static String inline(JavadocInlineTag tag) {
        String content = tag.getContent().strip();
        return switch (tag.getName()) {
            case "code" -> "`" + content + "`";
            case "literal" -> content;
            case "link", "linkplain" -> label(content);
            case "return" -> "Returns " + html(content) + ".";
            case "snippet" -> snippet(content);
            case "inheritDoc" -> "{@inheritDoc}";
            case "docRoot" -> "";
            case "index" -> content.split("\\s+", 2)[0];
            default -> html(content);
        };
    }

    /** Returns a link's label, or otherwise its target as written in code: {@code Order.id} for {@code Order#id}. */
    private static String label(String content) {
        int depth = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            depth += c == '(' || c == '<' ? 1 : c == ')' || c == '>' ? -1 : 0;
            if (Character.isWhitespace(c) && depth == 0) {
                return html(content.substring(i + 1).strip());
            }
        }
        String target = content.startsWith("#") ? content.substring(1) : content.replace('#', '.');
        int parameters = target.indexOf('(');
        String path = parameters < 0 ? target : target.substring(0, parameters);
        return simple(path);
    }

    /** Drops the packages of a qualified name. */
    private static String simple(String path) {
        String[] parts = path.split("\\.");
        int first = 0;
        while (first < parts.length - 1 && !parts[first].isEmpty() && Character.isLowerCase(parts[first].charAt(0))) {
            first++;
        }
        return String.join(".", java.util.Arrays.asList(parts).subList(first, parts.length));
    }

    private static String snippet(String content) {
        int colon = content.indexOf(':');
        return colon < 0 ? "" : BREAK + content.substring(colon + 1).strip().replace('\n', BREAK) + BREAK;
    }

    private static String html(String html) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i);
            int end = c == '<' ? tagEnd(html, i) : c == '&' ? html.indexOf(';', i) : -1;
            if (c == '<' && end > 0) {
                text.append(tag(html.substring(i + 1, end)));
                i = end + 1;
            } else if (c == '&' && end > 0 && end - i <= 10) {
                text.append(entity(html.substring(i + 1, end)));
                i = end + 1;
            } else {
                text.append(c);
                i++;
            }
        }
        return text.toString();
    }

    /** Returns where a tag or comment ends, or -1 if the sign is not a tag but a comparison. */
    private static int tagEnd(String html, int start) {
        if (html.startsWith("<!--", start)) {
            int end = html.indexOf("-->", start);
            return end < 0 ? -1 : end + 2;
        }
        char next = start + 1 < html.length() ? html.charAt(start + 1) : ' ';
        return Character.isLetter(next) || next == '/' ? html.indexOf('>', start) : -1;
    }

    private static String tag(String inside) {
        String name = inside.replaceFirst("^/", "").split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
        boolean closes = inside.startsWith("/");
        return switch (name) {
            case "li" -> closes ? "" : BREAK + "- ";
            case "code", "tt", "kbd" -> "`";
            case "td", "th" -> closes ? " " : "";
            default -> BLOCKS.contains(name) ? String.valueOf(BREAK) : "";
        };
    }

    private static String entity(String name) {
        try {
            if (name.startsWith("#x") || name.startsWith("#X")) {
                return Character.toString(Integer.parseInt(name.substring(2), 16));
            }
            if (name.startsWith("#")) {
                return Character.toString(Integer.parseInt(name.substring(1)));
            }
        } catch (IllegalArgumentException e) {
            return "&" + name + ";";
        }
        return ENTITIES.getOrDefault(name, "&" + name + ";");
    }

    private static String collapse(String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.split(String.valueOf(BREAK), -1)) {
            String collapsed = line.replaceAll("\\s+", " ").strip();
            if (!collapsed.isEmpty()) {
                lines.append(lines.isEmpty() ? "" : "\n").append(collapsed);
            }
        }
        return lines.toString();
    }
}
