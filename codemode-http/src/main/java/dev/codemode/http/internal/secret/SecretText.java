package dev.codemode.http.internal.secret;

import dev.codemode.http.Authorization;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a secret can be sent. Invariant, held by {@code CredentialCheckTest}: no message about a secret
 * reveals any of it. Holds no state.
 */
public final class SecretText {
    /** RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private SecretText() {}

    /** Returns what makes the value unfit for a header (RFC 9110, 5.5), as a clause; nothing if it is fit. */
    public static Optional<String> headerProblem(String value) {
        if (value.chars().anyMatch(character -> character > 0x7E)) {
            return Optional.of("it has a character that is not ASCII, and it is sent in a header");
        }
        if (!value.equals(value.strip()) && !ControlCharacters.in(value, "")) {
            return Optional.of("it begins or ends with a blank, and it is sent in a header");
        }
        return problem(value);
    }

    /** Returns what prevents the value from being sent at all. */
    public static Optional<String> problem(String value) {
        if (value.isEmpty()) {
            return Optional.of("it is empty");
        }
        return ControlCharacters.in(value, "")
                ? Optional.of("it has a control character, such as a line break at its end")
                : Optional.empty();
    }

    /** Returns what is wrong with the credentials added to a request. */
    public static Optional<String> problem(Authorization authorization) {
        for (Map.Entry<String, String> header : authorization.headers().entrySet()) {
            Optional<String> problem = isToken(header.getKey())
                    ? headerProblem(header.getValue())
                    : Optional.of("its header has a name that no header can have");
            if (problem.isPresent()) {
                return problem;
            }
        }
        boolean separated = authorization.cookies().values().stream().anyMatch(value -> value.contains(";"));
        return separated
                ? Optional.of("it has a semicolon, and it is sent in a cookie")
                : Stream.concat(authorization.query().values().stream(), authorization.cookies().values().stream())
                        .flatMap(value -> problem(value).stream())
                        .findFirst();
    }

    /** Returns whether the name is valid for a header (RFC 9110, 5.1). */
    public static boolean isToken(String name) {
        return TOKEN.matcher(name).matches();
    }
}
