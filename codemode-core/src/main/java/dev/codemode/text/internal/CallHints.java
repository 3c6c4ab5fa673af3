package dev.codemode.text.internal;

import dev.codemode.catalog.Effect;
import dev.codemode.execution.CallRecord;
import dev.codemode.execution.CallRecord.Outcome;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.words.Counted;
import dev.codemode.internal.words.Excerpt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says what a finished script may have missed: writes that failed without a mention in its answer, and calls that it
 * did not await.
 */
public final class CallHints {
    private static final int MAX_SHOWN = 3;
    private static final int MAX_MESSAGE = 200;

    private static final Set<Outcome> UNSUCCESSFUL =
            EnumSet.of(Outcome.REFUSED, Outcome.DECLINED, Outcome.FAILED, Outcome.WITHOUT_RESULT);

    private CallHints() {}

    /**
     * Returns the hints about a script that returned.
     *
     * @param calls every call of the script
     * @param notAwaited the ids of those that it did not await
     * @param shown produces the result and the console as the model reads them; called only if a call failed
     */
    public static List<String> of(List<CallRecord> calls, List<Integer> notAwaited, Supplier<String> shown) {
        List<String> hints = new ArrayList<>();
        List<CallRecord> silent =
                unmentioned(calls.stream().filter(CallHints::failedToChange).toList(), shown);
        if (!silent.isEmpty()) {
            hints.add(failures(silent));
        }
        List<String> reads = operations(calls.stream()
                .filter(call -> notAwaited.contains(call.id()) && !silent.contains(call))
                .filter(call -> call.effect().filter(Effect.READ::equals).isPresent()));
        if (!reads.isEmpty()) {
            hints.add(notAwaited(reads) + (reads.size() == 1 ? " Its result" : " Their results")
                    + " never reached the script.");
        }
        return hints;
    }

    /** Returns advice for a script that used a promise as if it were the result, or an empty text. */
    public static String aboutPromises(List<CallRecord> calls, List<Integer> notAwaited) {
        List<String> names = operations(calls.stream().filter(call -> notAwaited.contains(call.id())));
        return names.isEmpty()
                ? ""
                : notAwaited(names) + " A call returns a promise: write `const found = await …` or `(await …).name`.";
    }

    private static String notAwaited(List<String> names) {
        String more = names.size() > MAX_SHOWN ? " and others" : "";
        return "Not awaited: " + String.join(", ", names.subList(0, Math.min(MAX_SHOWN, names.size()))) + more + ".";
    }

    private static List<String> operations(Stream<CallRecord> calls) {
        return calls.map(CallRecord::operation).distinct().toList();
    }

    private static boolean failedToChange(CallRecord call) {
        return UNSUCCESSFUL.contains(call.outcome())
                && call.effect().filter(Effect.READ::equals).isEmpty();
    }

    private static List<CallRecord> unmentioned(List<CallRecord> failed, Supplier<String> shown) {
        if (failed.isEmpty()) {
            return failed;
        }
        String text = shown.get();
        return failed.stream()
                .filter(call -> !text.contains(inJson(call.message())) && !text.contains(call.message()))
                .toList();
    }

    private static String failures(List<CallRecord> calls) {
        List<String> lines = new ArrayList<>();
        // A call of an operation that the caller does not have would have changed nothing.
        String kind = calls.stream().allMatch(call -> call.effect().isPresent()) ? "write" : "call";
        lines.add((calls.size() == 1 ? "A " + kind : Counted.of(calls.size(), kind))
                + " failed, and the result does not mention it:");
        for (CallRecord call : calls.subList(0, Math.min(MAX_SHOWN, calls.size()))) {
            lines.add("  " + call.id() + ". " + Excerpt.of(call.message(), MAX_MESSAGE));
        }
        if (calls.size() > MAX_SHOWN) {
            lines.add("  … and " + (calls.size() - MAX_SHOWN) + " more");
        }
        return String.join("\n", lines);
    }

    private static String inJson(String message) {
        String json = Json.write(message);
        return json.substring(1, json.length() - 1);
    }
}
