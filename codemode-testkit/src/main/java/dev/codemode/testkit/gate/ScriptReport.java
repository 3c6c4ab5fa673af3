package dev.codemode.testkit.gate;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.execution.CallRecord;
import dev.codemode.execution.ExecutionStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answers to scripts, in the order in which they ran. Immutable and thread-safe.
 *
 * @param answers the answer to each
 * @since 0.1
 */
public record ScriptReport(Map<ScriptCase, ExecuteAnswer> answers) {
    /** Copies the answers. */
    public ScriptReport {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /**
     * Runs the scripts one after another.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the running script
     */
    public static ScriptReport run(CodeMode codeMode, Caller caller, List<ScriptCase> scripts)
            throws InterruptedException {
        Map<ScriptCase, ExecuteAnswer> answers = new LinkedHashMap<>();
        for (ScriptCase script : scripts) {
            answers.put(script, codeMode.execute(script.script(), caller));
        }
        return new ScriptReport(answers);
    }

    /**
     * Returns name and answer of each right script that failed, and of each wrong one that did not fail, or not as
     * expected.
     */
    public List<String> faults() {
        return answers.entrySet().stream()
                .filter(entry -> !isExpected(entry.getKey(), entry.getValue()))
                .map(ScriptReport::section)
                .toList();
    }

    private static boolean isExpected(ScriptCase script, ExecuteAnswer answer) {
        return script.isRight() != answer.failed() && answer.text().contains(script.mistake());
    }

    /** Returns how many of the wrong scripts were rejected before they changed anything, from 0 to 1; 1 if none is wrong. */
    public double shareRejected() {
        return answers.entrySet().stream()
                .filter(entry -> !entry.getKey().isRight())
                .mapToInt(entry -> isRejected(entry.getValue()) ? 1 : 0)
                .average()
                .orElse(1);
    }

    private static boolean isRejected(ExecuteAnswer answer) {
        return answer.status() == ExecutionStatus.REJECTED
                && answer.calls().stream().noneMatch(CallRecord::mayHaveTakenEffect);
    }

    /** Returns name and answer of each script, for a golden file. */
    public String transcript() {
        return answers.entrySet().stream().map(ScriptReport::section).collect(Collectors.joining());
    }

    private static String section(Map.Entry<ScriptCase, ExecuteAnswer> entry) {
        return "=== " + entry.getKey().name() + "\n" + entry.getValue().text() + "\n";
    }
}
