package dev.codemode.gateway.config;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A map of the configuration, whose keys are requested one by one; those never requested are mistakes. Confined to one
 * thread at a time.
 */
final class Section {
    private static final Pattern PASSWORD = Pattern.compile("//[^/?#]*@");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Entry at;
    private final Map<String, Entry> members;
    private final Set<String> known = new HashSet<>();
    private final Problems problems;

    Section(Entry at, Problems problems) {
        this.at = at;
        this.problems = problems;
        this.members = at.members(problems);
        if (!at.isMap()) {
            problems.add(at, "must be a map of keys and values.");
        }
    }

    Entry at() {
        return at;
    }

    /** Returns the value of a key that may be missing. */
    Optional<Entry> get(String key) {
        known.add(key);
        return Optional.ofNullable(members.get(key));
    }

    /** Returns the values of all keys, which are the host's own names. */
    Map<String, Entry> all() {
        known.addAll(members.keySet());
        return members;
    }

    /** Returns the value of a required key, and reports it if it is missing. */
    Optional<Entry> need(String key, String what) {
        Optional<Entry> value = get(key);
        if (value.isEmpty() && at.isMap()) {
            problems.add(at, "'" + key + "' is missing: " + what + ".");
        }
        return value;
    }

    Optional<String> text(String key) {
        return get(key).flatMap(this::text);
    }

    Optional<String> text(Entry value) {
        if (!value.isScalar() || value.text().isBlank()) {
            problems.add(value, "must be text.");
            return Optional.empty();
        }
        return Optional.of(value.text());
    }

    private <T> Optional<T> read(String key, String what, Function<String, T> reading) {
        Optional<Entry> value = get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    reading.apply(value.get().isScalar() ? value.get().text() : ""));
        } catch (RuntimeException e) {
            problems.add(value.get(), "must be " + what + ", but is " + shown(value.get()) + ".");
            return Optional.empty();
        }
    }

    private static String shown(Entry value) {
        String text = PASSWORD.matcher(value.text()).replaceFirst("//***@");
        return value.isMap() ? "a map" : value.isList() ? "a list" : "'" + text + "'";
    }

    Optional<Boolean> flag(String key) {
        return read(key, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    Optional<Integer> count(String key, int least) {
        return read(key, "a whole number of " + least + " or more", text -> {
            int count = Integer.parseInt(text);
            if (count < least) {
                throw new IllegalArgumentException(text);
            }
            return count;
        });
    }

    Optional<Duration> duration(String key) {
        return read(key, "a duration, such as 500ms, 30s or 2m", Quantities::duration);
    }

    Optional<Long> bytes(String key) {
        return read(key, "a size, such as 4096, 512KiB or 4MiB", Quantities::bytes);
    }

    Optional<String> url(String key) {
        return get(key).flatMap(this::url);
    }

    Optional<String> url(Entry value) {
        try {
            URI uri = URI.create(value.text());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return Optional.of(value.text());
            }
        } catch (IllegalArgumentException e) {
            // The same mistake as a URL of another kind.
        }
        problems.add(
                value,
                "must be an absolute http or https URL without user information and query, but is " + shown(value)
                        + ".");
        return Optional.empty();
    }

    /** Returns one of a few words. */
    <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
        return read(key, "one of " + names(words), text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
    }

    /** Returns a list of words, as written. */
    static <E extends Enum<E>> String names(Class<E> words) {
        return Stream.of(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Returns a text, or several. */
    List<String> texts(String key) {
        Optional<Entry> value = get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Entry> items = value.get().isList() ? value.get().items() : List.of(value.get());
        return items.stream().flatMap(item -> text(item).stream()).toList();
    }

    /** Returns the value of the environment variable that a key names; the value itself is never shown. */
    Optional<String> secret(String key, Map<String, String> environment) {
        return get(key).flatMap(value -> secret(value, environment));
    }

    Optional<String> secret(Entry value, Map<String, String> environment) {
        String name = value.text();
        if (!value.isScalar() || !VARIABLE.matcher(name).matches()) {
            problems.add(
                    value,
                    "must be the name of an environment variable that holds the secret. Secrets do not belong"
                            + " in the file.");
            return Optional.empty();
        }
        String secret = environment.get(name);
        if (secret == null || secret.isEmpty()) {
            problems.add(
                    value, "the environment variable '" + name + "' is not set. Set it, or remove the credential.");
            return Optional.empty();
        }
        return Optional.of(secret);
    }

    Section section(Entry value) {
        return new Section(value, problems);
    }

    /** Reports the keys that were never requested. */
    void end() {
        Map<String, Entry> unknown = new LinkedHashMap<>(members);
        unknown.keySet().removeAll(known);
        unknown.keySet()
                .forEach(key ->
                        problems.add(at.key(key), "there is no key '" + key + "' here." + Spelling.hint(key, known)));
    }
}
