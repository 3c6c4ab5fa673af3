package dev.codemode.benchmarks.hostile;

import dev.codemode.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The verdict on one script.
 *
 * @param file the script
 * @param status the verdict
 * @param outcome how it ended, in one word
 * @param millis how long its caller waited
 * @param reasons what is wrong, or why it does not apply
 */
record Verdict(String file, Status status, String outcome, long millis, List<String> reasons) {
    Verdict {
        reasons = List.copyOf(reasons);
    }

    static Verdict judged(String file, String outcome, long millis, List<String> faults) {
        return new Verdict(file, faults.isEmpty() ? Status.PASSED : Status.FAILED, outcome, millis, faults);
    }

    static Verdict notApplicable(String file, String reason) {
        return new Verdict(file, Status.NOT_APPLICABLE, "not-run", 0, List.of(reason));
    }

    static Verdict lost(String file, String fault) {
        return new Verdict(file, Status.FAILED, "host-lost", 0, List.of(fault));
    }

    /** Returns this failure as a known one. */
    Verdict known() {
        return new Verdict(file, Status.KNOWN, outcome, millis, reasons);
    }

    /** Returns the line for people. */
    String line() {
        if (status == Status.NOT_APPLICABLE) {
            return "n/a   " + file + " " + reasons.get(0);
        }
        String head = String.format("%-5s %s %s %,d ms", status.word, file, outcome, millis);
        return reasons.isEmpty() ? head : head + ": " + String.join("; ", reasons);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", file);
        map.put("status", status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        map.put("outcome", outcome);
        map.put("ms", millis);
        map.put("reasons", reasons);
        return map;
    }

    String toJson() {
        return Json.write(toMap());
    }

    static Verdict fromJson(String json) {
        Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(Json.read(json));
        return new Verdict(
                (String) map.get("file"),
                Status.valueOf(
                        ((String) map.get("status")).toUpperCase(Locale.ROOT).replace('-', '_')),
                (String) map.get("outcome"),
                (Long) map.get("ms"),
                ((List<?>) map.get("reasons")).stream().map(String::valueOf).toList());
    }

    /** The verdicts. */
    enum Status {
        PASSED("pass"),
        FAILED("fail"),
        /** It failed, and is listed as one that may fail. */
        KNOWN("known"),
        NOT_APPLICABLE("n/a");

        private final String word;

        Status(String word) {
            this.word = word;
        }
    }
}
