package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.internal.http.PathTemplate.Kind;
import dev.codemode.openapi.internal.http.PathTemplate.Literal;
import dev.codemode.openapi.internal.http.PathTemplate.Part;
import dev.codemode.openapi.internal.http.PathTemplate.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the text between the braces of a path's key.
 *
 * <ul>
 *   <li>OpenAPI: {@code {id}}, blanks around it
 *   <li>RFC 6570: {@code {+path}}, {@code {/id}}, {@code {.format}}, {@code {;id}}, {@code {?q,limit}}, {@code {&q}},
 *         {@code {#part}}, {@code {list*}}, {@code {a,b}} where parameters of these names are declared
 *   <li>Google's {@code google.api.http}: {@code {name=accounts/*}}, {@code {name=**}}
 *   <li>AWS, Smithy: {@code {key+}}; Spring, ASP.NET, Armeria: {@code {*path}}, {@code {**path}}, {@code {id?}}; Ktor:
 *         {@code {path...}}
 *   <li>JAX-RS, Spring, ASP.NET, Starlette: {@code {id:[0-9]+}}, {@code {rest:.*}}, {@code {id:int?}},
 *         {@code {file:path}}
 * </ul>
 *
 * <p>Even a name that consists only of signs, as in {@code {*}}, is a name. Immutable and thread-safe.
 *
 * @param declared the names of the parameters that the document declares
 */
record PlaceParser(Set<String> declared) {
    private static final Map<Character, Kind> OPERATORS = Map.of(
            '+', Kind.SEVERAL,
            '/', Kind.SEGMENT,
            '.', Kind.LABEL,
            ';', Kind.MATRIX,
            '?', Kind.PAIR,
            '&', Kind.PAIR);

    private static final Pattern OPTIONAL_RULE = Pattern.compile("[a-zA-Z]+(\\([^()]*\\))?\\?");
    private static final Pattern SEVERAL_SIGNS = Pattern.compile("(\\+|\\*+|\\.{3}|…)$");
    private static final Pattern LENGTH = Pattern.compile(":\\d+$|\\*$");

    List<Part> parts(String between) {
        String text = between.strip();
        while (text.length() > 2 && text.startsWith("{") && text.endsWith("}")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        boolean named = text.chars().anyMatch(Character::isLetterOrDigit);
        if (named && text.startsWith("#")) {
            return List.of();
        }
        Kind operator = named ? OPERATORS.get(text.charAt(0)) : null;
        if (operator != null) {
            return operator(text, operator);
        }
        List<String> names = TemplateParser.names(text);
        return names.size() > 1 && !declared.contains(text) && declared.containsAll(names)
                ? list(names)
                : List.of(place(text));
    }

    private static List<Part> operator(String text, Kind kind) {
        List<Part> parts = new ArrayList<>();
        for (String variable : TemplateParser.names(text.substring(1))) {
            if (kind == Kind.SEVERAL && !parts.isEmpty()) {
                parts.add(new Literal(","));
            }
            String name = LENGTH.matcher(variable).replaceAll("");
            parts.add(new Place(name.isEmpty() ? text : name, text, kind, kind != Kind.SEVERAL, List.of()));
        }
        return parts;
    }

    private static List<Part> list(List<String> names) {
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            if (!parts.isEmpty()) {
                parts.add(new Literal(","));
            }
            parts.add(new Place(name, name, Kind.ONE, false, List.of()));
        }
        return parts;
    }

    private static Place place(String text) {
        int colon = text.indexOf(':');
        int equals = text.indexOf('=');
        boolean shaped = equals > 0 && (colon < 0 || equals < colon);
        int end = shaped ? equals : colon;
        String rule = end < 0 ? "" : text.substring(end + 1).strip();
        String name = (end < 0 ? text : text.substring(0, end)).strip();
        boolean optional =
                name.endsWith("?") || (!shaped && OPTIONAL_RULE.matcher(rule).matches());
        String bare = name.replaceFirst("\\?$", "").replaceFirst("^\\*+", "");
        String plain = SEVERAL_SIGNS.matcher(bare).replaceFirst("");
        if (plain.isEmpty()) {
            return new Place(text, text, Kind.ONE, false, List.of());
        }
        boolean sign = !plain.equals(name.replaceFirst("\\?$", ""));
        return shaped
                ? shaped(plain, text, rule)
                : new Place(
                        plain, text, sign || SegmentRule.crosses(rule) ? Kind.SEVERAL : Kind.ONE, optional, List.of());
    }

    private static Place shaped(String name, String text, String rule) {
        if (rule.equals("**")) {
            return new Place(name, text, Kind.SEVERAL, false, List.of());
        }
        return rule.contains("/")
                ? new Place(name, text, Kind.SHAPED, false, List.of(rule.split("/", -1)))
                : new Place(name, text, Kind.ONE, false, List.of());
    }
}
