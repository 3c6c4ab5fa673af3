package dev.codemode.testkit.hostile;

import dev.codemode.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds faults in runs of hostile scripts: an outcome that the manifest does not accept, or a broken invariant.
 * Anything that needs the host itself, such as its memory and the next execution, is for the caller to check. Immutable
 * and thread-safe.
 *
 * @since 0.1
 */
public final class HostileJudge {
    private static final Pattern MARKER = Pattern.compile("ESCAPED\\b|CANARY-[A-Z]+-");

    private final HostWords words;

    private HostileJudge(HostWords words) {
        this.words = words;
    }

    /** Returns a judge that looks for these words of the host. */
    public static HostileJudge of(HostWords words) {
        return new HostileJudge(Objects.requireNonNull(words, "words"));
    }

    /** Returns the faults of a run, each as a phrase; none if it is as it must be. */
    public List<String> faults(HostileRun run) {
        List<String> faults = new ArrayList<>();
        addOutcome(run, faults);
        addTime(run, faults);
        String source = run.script().code();
        for (GuestText text : run.texts()) {
            addMarkers(text, source, faults);
            words.find(text.text(), source)
                    .ifPresent(word -> faults.add(text.place().words() + " names '" + word + "'"));
            addSize(run.script().limits(), text, faults);
        }
        addCalls(run, faults);
        return faults;
    }

    private static void addOutcome(HostileRun run, List<String> faults) {
        Outcome outcome = run.outcome();
        HostileScript script = run.script();
        if (run.endedSooner()) {
            return;
        }
        if (script.expected().stream().noneMatch(outcome::satisfies)) {
            String wanted = script.expected().stream().map(Expectation::word).collect(Collectors.joining(" or "));
            faults.add("ended as " + outcome.word() + " where " + wanted + " was expected");
            return;
        }
        boolean anyValue = outcome != Outcome.VALUE || script.expected().contains(Expectation.NO_ESCAPE);
        if (!anyValue
                && !Objects.equals(Json.read(orNull(run)), script.required().value())) {
            faults.add("returned " + shown(orNull(run)) + " instead of "
                    + shown(Json.write(script.required().value())));
        }
    }

    private static String orNull(HostileRun run) {
        return run.resultJson() == null ? "null" : run.resultJson();
    }

    /**
     * Returns whether there are faults, all of them about time: a script reached its time limit, or exceeded it. A
     * machine that is slow or busy can cause that with any script; to be sure, run it again
     * {@linkplain #withMoreTime with more time}.
     */
    public static boolean areOfTimeAlone(List<String> faults) {
        return !faults.isEmpty()
                && faults.stream()
                        .allMatch(fault ->
                                fault.startsWith("took longer than ") || fault.startsWith("ended as timeout where "));
    }

    /** Returns the script with four times its time limit, unless it is one that the limit has to stop. */
    public static HostileScript withMoreTime(HostileScript script) {
        HostileLimits limits = script.limits();
        return script.expected().contains(Expectation.TIMEOUT)
                ? script
                : script.withLimits(limits.withWallTime(limits.wallTime().multipliedBy(4)));
    }

    private static void addTime(HostileRun run, List<String> faults) {
        HostileLimits limits = run.script().limits();
        Duration bound = limits.wallTime().plus(limits.stopTime());
        if (run.duration().compareTo(bound) > 0) {
            faults.add(String.format("took longer than %,d ms", bound.toMillis()));
        }
    }

    /** Finds escapes and canaries; an error may quote a line of the script's own text. */
    private static void addMarkers(GuestText text, String source, List<String> faults) {
        Matcher matcher = MARKER.matcher(text.text());
        while (matcher.find()) {
            String line = lineAt(text.text(), matcher.start());
            boolean quoted = text.place() == GuestText.Place.ERROR && source.contains(line.strip());
            if (!quoted) {
                faults.add(text.place().words() + " holds '" + shown(line.strip()) + "'");
                return;
            }
        }
    }

    private static String lineAt(String text, int index) {
        int end = text.indexOf('\n', index);
        return text.substring(text.lastIndexOf('\n', index) + 1, end < 0 ? text.length() : end);
    }

    private static void addSize(HostileLimits limits, GuestText text, List<String> faults) {
        int bound = switch (text.place()) {
            case RESULT -> limits.sandbox().maxResultBytes();
            case CONSOLE -> limits.sandbox().maxConsoleBytes();
            case ERROR, ANSWER ->
                limits.sandbox().maxResultBytes() + limits.sandbox().maxConsoleBytes();
        };
        int bytes = text.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > bound) {
            faults.add(String.format(
                    "%s has %,d bytes of at most %,d", text.place().words(), bytes, bound));
        }
    }

    private static void addCalls(HostileRun run, List<String> faults) {
        int most = run.script().limits().sandbox().maxHostCalls();
        List<String> started = run.calls().started();
        if (started.size() > most) {
            faults.add(String.format("made %,d calls of at most %,d", started.size(), most));
        }
        if (!run.calls().late().isEmpty()) {
            faults.add("called " + run.calls().late().get(0) + " after its end");
        }
        started.stream()
                .filter(HostileOperations.DENIED::contains)
                .findFirst()
                .ifPresent(operation -> faults.add("reached " + operation + ", which it may not see"));
    }

    private static String shown(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }
}
