package dev.codemode.benchmarks.hostile;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.execution.CallRecord;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.hostile.CallLog;
import dev.codemode.testkit.hostile.GuestText;
import dev.codemode.testkit.hostile.GuestText.Place;
import dev.codemode.testkit.hostile.HostileOperations;
import dev.codemode.testkit.hostile.HostileRun;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.hostile.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts through the facade, so that the judge sees what a model would read. All use one sandbox; each set of
 * limits has its own facade. Thread-safe.
 */
final class Guests implements AutoCloseable {
    private static final String SEPARATOR = "#";

    private final Sandbox sandbox;
    private final ObservedSandbox observed;
    private final Map<Limits, CodeMode> facades = new ConcurrentHashMap<>();
    private final Map<String, CallLog> logs = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final HttpItems items = HttpItems.start();

    Guests(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.observed = new ObservedSandbox(sandbox);
    }

    /**
     * The answer that a model got.
     *
     * @param run the run, in the judge's form
     * @param faults things that the answer must say but does not
     */
    record Answered(HostileRun run, List<String> faults) {}

    /** Runs the script for a caller of a trust domain, and waits for its answer. */
    Answered run(HostileScript script, String domain) {
        String code = script.code();
        Caller caller = Caller.of(domain + SEPARATOR + numbers.incrementAndGet());
        CodeMode facade = facades.computeIfAbsent(script.limits().sandbox(), this::facade);
        CallLog log = new CallLog();
        logs.put(caller.id(), log);
        observed.take();
        long start = System.nanoTime();
        ExecuteAnswer answer = facade.execute(code, caller);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        log.end();
        Execution execution = observed.take().orElse(null);
        Outcome outcome = execution == null ? withoutExecution(answer.status()) : Outcome.of(execution);
        HostileRun run = new HostileRun(script, outcome, answer.resultJson(), texts(answer, execution), duration, log);
        List<String> faults = new ArrayList<>(effectsLeftOut(answer));
        faults.addAll(items.takeFaults());
        return new Answered(run, faults);
    }

    private CodeMode facade(Limits limits) {
        return CodeMode.builder()
                .source(items.instead(HostileOperations.loggedTo(
                        call -> logs.getOrDefault(call.caller().id(), new CallLog()))))
                .access(HostileOperations.access())
                .trustDomain(caller -> caller.id().substring(0, caller.id().indexOf(SEPARATOR)))
                .limits(limits)
                .sandbox(observed)
                .closeTimeout(Duration.ofSeconds(1))
                .build();
    }

    private static Outcome withoutExecution(ExecutionStatus status) {
        return switch (status) {
            case COMPLETED -> Outcome.VALUE;
            case REJECTED, FAILED, STOPPED -> Outcome.ERROR;
            case BUSY, CANCELLED -> Outcome.UNAVAILABLE;
            case CRASHED -> Outcome.CRASH;
        };
    }

    private static List<GuestText> texts(ExecuteAnswer answer, @Nullable Execution execution) {
        List<GuestText> texts = new ArrayList<>();
        texts.add(new GuestText(answer.failed() ? Place.ERROR : Place.ANSWER, answer.text()));
        if (answer.resultJson() != null) {
            texts.add(new GuestText(Place.RESULT, answer.resultJson()));
        }
        for (CallRecord call : answer.calls()) {
            texts.add(new GuestText(Place.ERROR, call.message()));
        }
        if (execution != null) {
            texts.add(new GuestText(
                    Place.CONSOLE,
                    execution.console().lines().stream()
                            .map(line -> line.text())
                            .collect(Collectors.joining("\n"))));
        }
        if (execution instanceof Execution.Failed failed) {
            texts.add(new GuestText(
                    Place.ERROR,
                    failed.failure().name() + ": " + failed.failure().message()));
        }
        return texts;
    }

    /** A model that reads about a failure must also read which of its calls took effect. */
    private static List<String> effectsLeftOut(ExecuteAnswer answer) {
        if (!answer.failed()) {
            return List.of();
        }
        return answer.calls().stream()
                .filter(call -> call.outcome() == CallRecord.Outcome.SUCCEEDED && call.mayHaveTakenEffect())
                .map(CallRecord::operation)
                .distinct()
                .filter(operation -> !answer.text().contains(operation))
                .map(operation -> "the error does not say that " + operation + " took effect")
                .toList();
    }

    @Override
    public void close() {
        facades.values().forEach(CodeMode::close);
        sandbox.close();
        items.close();
    }
}
