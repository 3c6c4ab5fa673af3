package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import dev.codemode.testkit.hostile.CallLog;
import dev.codemode.testkit.hostile.Expectation;
import dev.codemode.testkit.hostile.GuestText;
import dev.codemode.testkit.hostile.GuestText.Place;
import dev.codemode.testkit.hostile.HostWords;
import dev.codemode.testkit.hostile.HostileBridge;
import dev.codemode.testkit.hostile.HostileCorpus;
import dev.codemode.testkit.hostile.HostileJudge;
import dev.codemode.testkit.hostile.HostileLimits;
import dev.codemode.testkit.hostile.HostileRun;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.hostile.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The hostile corpus on a bare sandbox, a few scripts at once; variations of its scripts come second. A script that a time limit stops gets less time than its
 * manifest says, so that the corpus without variations takes about a minute. Each runs after an innocent script of the same trust
 * domain, so that its time does not include waiting for what a sandbox keeps ready for a domain.
 */
@Tag("hostile")
abstract class HostileClaims extends SandboxClaims {
    private static final List<String> DOMAINS = List.of("corpus-1", "corpus-2");
    private static final Duration SHORT_WALL_TIME = Duration.ofMillis(300);
    private static final Duration PROBE_WALL_TIME = Duration.ofSeconds(20);
    private static final HostileJudge JUDGE = HostileJudge.of(HostWords.of(List.of()));

    /** Every global of the realm, and anything a script could have left in it. */
    private static final String PROBE = "const names = (thing) => Reflect.ownKeys(thing).map(String).sort().join();"
            + " return [globalThis, Object.prototype, Array.prototype, Promise.prototype, Function.prototype].map(names)"
            + " + JSON.stringify((await api.items.list({ n: 2 })).items.map((item) => item.id));";

    private final ExecutorService scripts = Executors.newFixedThreadPool(DOMAINS.size());
    private final BlockingQueue<String> domains = new LinkedBlockingQueue<>(DOMAINS);
    private final ExecutorService calls = Executors.newCachedThreadPool();

    private final SandboxContract contract;

    HostileClaims(SandboxContract contract) {
        super(contract);
        this.contract = contract;
    }

    @TestFactory
    Stream<DynamicTest> holdsAgainstTheCorpus() {
        return tests(script -> script.variationOf().isEmpty());
    }

    /** Most of them cost a sandbox of processes one, and each makes a claim that a script of the corpus makes before. */
    @TestFactory
    @Tag("repeated")
    Stream<DynamicTest> holdsAgainstVariationsOfTheCorpus() {
        return tests(script -> script.variationOf().isPresent());
    }

    private Stream<DynamicTest> tests(Predicate<HostileScript> chosen) {
        HostileCorpus corpus = HostileCorpus.bundled();
        List<HostileScript> tested = corpus.scripts().stream().filter(chosen).toList();
        HostileLimits limits = corpus.scripts().get(0).limits();
        String baseline = DOMAINS.stream()
                .map(domain -> String.valueOf(probe(limits, domain).resultJson()))
                .distinct()
                .collect(Collectors.joining(" or "));
        Map<HostileScript, Future<List<String>>> faults = new LinkedHashMap<>();
        tested.stream()
                .filter(contract::holds)
                .forEach(script -> faults.put(script, scripts.submit(() -> faults(script, corpus, baseline))));
        return tested.stream()
                .map(script -> DynamicTest.dynamicTest(script.file(), () -> assertHeld(faults.get(script))));
    }

    private static void assertHeld(@Nullable Future<List<String>> faults)
            throws InterruptedException, ExecutionException {
        Assumptions.assumeTrue(faults != null, "The sandbox does not hold against this script.");
        if (faults != null) {
            assertThat(faults.get()).isEmpty();
        }
    }

    @AfterAll
    void stopThreads() {
        scripts.shutdownNow();
        calls.shutdownNow();
    }

    private List<String> faults(HostileScript script, HostileCorpus corpus, String baseline)
            throws InterruptedException {
        String domain = domains.take();
        try {
            script.after().ifPresent(file -> attempt(corpus.script(file), domain));
            HostileScript shortened = shortened(script);
            List<String> faults = new ArrayList<>(JUDGE.faults(attempt(shortened, domain)));
            if (HostileJudge.areOfTimeAlone(faults)) {
                probe(
                        script.limits(),
                        domain); // a limit costs the domain its worker: the script should not wait for the next one
                faults = new ArrayList<>(JUDGE.faults(attempt(HostileJudge.withMoreTime(shortened), domain)));
            }
            HostileRun next = probe(script.limits(), domain);
            if (!baseline.equals(next.resultJson())) {
                faults.add("the next execution ended as " + next.outcome().word() + " with other globals or none");
            }
            return faults;
        } finally {
            domains.add(domain);
        }
    }

    private static HostileScript shortened(HostileScript script) {
        HostileLimits limits = script.limits();
        return script.expected().contains(Expectation.TIMEOUT)
                ? script.withLimits(limits.withWallTime(SHORT_WALL_TIME))
                : script;
    }

    private HostileRun probe(HostileLimits limits, String domain) {
        return attempt(HostileScript.innocent("probe.js", PROBE, limits.withWallTime(PROBE_WALL_TIME)), domain);
    }

    private HostileRun attempt(HostileScript script, String domain) {
        CallLog log = new CallLog();
        String code = script.code();
        try (HostileBridge bridge = HostileBridge.of(log, calls)) {
            long start = System.nanoTime();
            Execution execution = run(new SandboxRequest(
                    new Script(code, HostileBridge.operations(), script.limits().sandbox(), STARTED_AT, 42),
                    bridge,
                    domain));
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            String result = execution instanceof Execution.Completed completed ? completed.resultJson() : null;
            return new HostileRun(script, Outcome.of(execution), result, texts(execution), duration, log);
        }
    }

    private static List<GuestText> texts(Execution execution) {
        List<GuestText> texts = new ArrayList<>();
        if (execution instanceof Execution.Completed completed && completed.resultJson() != null) {
            texts.add(new GuestText(Place.RESULT, completed.resultJson()));
        }
        if (execution instanceof Execution.Failed failed) {
            texts.add(new GuestText(
                    Place.ERROR,
                    failed.failure().name() + ": " + failed.failure().message()));
        }
        texts.add(new GuestText(
                Place.CONSOLE,
                execution.console().lines().stream()
                        .map(ConsoleOutput.Line::text)
                        .collect(Collectors.joining("\n"))));
        return texts;
    }
}
