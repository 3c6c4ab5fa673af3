package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.Percent;
import dev.codemode.internal.json.Json;
import dev.codemode.jsonschema.internal.words.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes {@code application/x-www-form-urlencoded} (URL Standard, 5.2), in a body and in a query. Holds no state. */
final class FormText {
    private FormText() {}

    /**
     * Returns the form of an object, without null values; a text is taken as the complete form.
     *
     * @param argument the argument, to name it in a refusal
     */
    static String of(String argument, @Nullable Object value, Map<String, HttpBody.Part> parts) {
        if (value instanceof String text) {
            return text;
        }
        Spelling spelling = new Spelling(Percent::form);
        List<Spelling.Pair> pairs = new ArrayList<>();
        Content.object(argument, value).forEach((name, item) -> {
            if (item != null) {
                pairs.addAll(field(spelling, (String) name, item, parts.get(name)));
            }
        });
        return pairs.stream().map(Spelling.Pair::text).collect(Collectors.joining("&"));
    }

    private static List<Spelling.Pair> field(
            Spelling spelling, String name, Object value, HttpBody.@Nullable Part part) {
        if (part != null && part.style() != null) {
            return spelling.styled(part.style(), name, value, part.explode());
        }
        if (part != null && part.contentType() != null && MediaType.isJson(MediaType.plain(part.contentType()))) {
            return spelling.pairs(name, Json.write(value), false, ",");
        }
        // No style says how objects nest; brackets are what servers that read forms agree on.
        boolean nested = value instanceof Map
                || (value instanceof List<?> list && list.stream().anyMatch(item -> item instanceof Map));
        return nested ? spelling.deep(name, value) : spelling.pairs(name, value, true, ",");
    }
}
