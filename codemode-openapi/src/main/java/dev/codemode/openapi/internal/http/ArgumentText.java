package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.secret.ControlCharacters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an argument's text must not contain when it goes into a query, a header or a cookie. Holds no state. */
final class ArgumentText {
    private static final int MAX_CHARACTERS = 64_000;

    private ArgumentText() {}

    static void check(HttpParameter parameter, @Nullable Object value, String permitted) {
        if (value instanceof List<?> list) {
            list.forEach(item -> check(parameter, item, permitted));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                check(parameter, key, permitted);
                check(parameter, item, permitted);
            });
        } else if (value instanceof String text) {
            if (ControlCharacters.in(text, permitted)) {
                throw Refusal.of(
                        parameter.argument(),
                        "must not have control characters: it goes into the "
                                + parameter.location().word() + ".");
            }
            if (text.length() > MAX_CHARACTERS) {
                throw Refusal.of(
                        parameter.argument(),
                        "has more than " + MAX_CHARACTERS + " characters: it goes into the "
                                + parameter.location().word() + ".");
            }
        }
    }
}
