package dev.codemode.testkit.hostile;

import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.sandbox.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads manifests, version 1. */
final class ManifestReader {
    static final String FILE = "manifest.json";

    /** The end of a script's header; what follows is its text. */
    private static final String HEADER_END = "// ---\n";

    private static final int DEFAULT_CONCURRENT_CALLS = 128;
    private static final Pattern SCRIPT_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.js");

    private final UnaryOperator<String> texts;

    /** Reads the texts that the manifest names, by their names in the corpus. */
    ManifestReader(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    List<HostileScript> read() {
        ManifestObject manifest = ManifestObject.of(FILE, json(texts.apply(FILE)));
        if (manifest.positive("version") != 1) {
            throw manifest.fault("version", "1");
        }
        List<HostileScript> scripts = new ArrayList<>();
        Set<String> files = new HashSet<>();
        for (ManifestObject entry : manifest.objects("scripts")) {
            HostileScript script = script(entry);
            if (!files.add(script.file())) {
                throw new InvalidCorpusException(FILE + " names " + script.file() + " twice.");
            }
            scripts.add(script);
        }
        for (HostileScript script : scripts) {
            requireListed(files, script, "after", script.after());
            requireListed(files, script, "variationOf", script.variationOf());
        }
        return scripts;
    }

    private static void requireListed(Set<String> files, HostileScript script, String field, Optional<String> name) {
        if (name.isPresent() && !files.contains(name.get())) {
            throw new InvalidCorpusException(FILE + " (" + script.file() + "): '" + field + "' names " + name.get()
                    + ", which it does not list.");
        }
    }

    private static Object json(String text) {
        try {
            Object value = Json.read(text);
            return value == null ? "null" : value;
        } catch (NotJsonException e) {
            throw new InvalidCorpusException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private HostileScript script(ManifestObject unnamed) {
        String file = unnamed.text("file");
        ManifestObject entry = unnamed.named(file);
        if (!SCRIPT_NAME.matcher(file).matches()) {
            throw entry.fault("file", "a file's name that ends in .js");
        }
        Set<Expectation> expected = expected(entry);
        if (expected.contains(Expectation.VALUE) && !entry.has("value")) {
            throw entry.fault("value", "the value that is expected");
        }
        return new HostileScript(
                file,
                new HostileScript.Attack(entry.text("class"), entry.text("purpose"), optional(entry, "variationOf")),
                new HostileScript.Required(expected, entry.value("value")),
                entry.texts("needs"),
                optional(entry, "after"),
                limits(entry.object("limits")),
                new HostileScript.Text(
                        body(file),
                        entry.objects("expand").stream()
                                .map(ManifestReader::expansion)
                                .toList()));
    }

    private static Optional<String> optional(ManifestObject entry, String field) {
        return entry.has(field) ? Optional.of(entry.text(field)) : Optional.empty();
    }

    private String body(String file) {
        String text = texts.apply("scripts/" + file);
        int end = text.indexOf(HEADER_END);
        if (end < 0) {
            throw new InvalidCorpusException("scripts/" + file + " has no line '// ---' that ends its header.");
        }
        return text.substring(end + HEADER_END.length());
    }

    private static Set<Expectation> expected(ManifestObject entry) {
        Set<Expectation> expected = EnumSet.noneOf(Expectation.class);
        for (String word : entry.texts("expect")) {
            expected.add(expectation(entry, word));
        }
        if (expected.isEmpty()) {
            throw entry.fault("expect", "a list of at least one word");
        }
        return expected;
    }

    private static Expectation expectation(ManifestObject entry, String word) {
        for (Expectation expectation : Expectation.values()) {
            if (expectation.word().equals(word)) {
                return expectation;
            }
        }
        throw entry.fault("expect", "of value, error, timeout, memory and no-escape");
    }

    private static HostileLimits limits(ManifestObject limits) {
        Limits sandbox = Limits.builder()
                .maxRunTime(Duration.ofMillis(limits.positive("wallMs")))
                .maxMemoryBytes((long) limits.positive("heapMb") << 20)
                .maxResultBytes(limits.positive("resultBytes"))
                .maxConsoleBytes(limits.positive("outputBytes"))
                .maxHostCalls(limits.positive("hostCalls"))
                .maxConcurrentHostCalls(limits.positive("concurrentCalls", DEFAULT_CONCURRENT_CALLS))
                .maxSourceBytes(limits.positive("sourceBytes"))
                .build();
        return new HostileLimits(sandbox, Duration.ofMillis(limits.positive("stopWithinMs")));
    }

    private static Expansion expansion(ManifestObject expansion) {
        return new Expansion(expansion.text("marker"), expansion.text("unit"), expansion.positive("count"));
    }
}
