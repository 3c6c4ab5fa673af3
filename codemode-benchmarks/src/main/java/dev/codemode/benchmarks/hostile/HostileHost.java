package dev.codemode.benchmarks.hostile;

import dev.codemode.benchmarks.SandboxKind;
import dev.codemode.testkit.hostile.HostWords;
import dev.codemode.testkit.hostile.HostileCorpus;
import dev.codemode.testkit.hostile.HostileJudge;
import dev.codemode.testkit.hostile.HostileLimits;
import dev.codemode.testkit.hostile.HostileRun;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.hostile.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The process that hostile scripts try to hurt: reads the names of scripts, one per line, and answers each with its
 * verdict as a line of JSON. Ends when its input does.
 */
final class HostileHost {
    /** The host's message once it can accept scripts. */
    static final String READY = "ready";

    private static final Set<String> BOMBS = Set.of("cpu-exhaustion", "memory-exhaustion");
    private static final String GUESTS = "guests";
    private static final Duration PROBE_WALL_TIME = Duration.ofSeconds(20);

    /** Inspects everything that an earlier script could have changed. */
    private static final String PROBE = """
            const names = (thing) => Reflect.ownKeys(thing).map(String).sort().join();
            const seen = [globalThis, Object, Object.prototype, Array, Array.prototype, Function.prototype, Promise,
              Promise.prototype, String.prototype, RegExp.prototype, Error, Error.prototype, JSON, Math, Reflect, api,
              api.items, console].map(names);
            return { seen, parsed: JSON.stringify(JSON.parse('{"a":[1,"x"]}')), mapped: [1, 2].map((n) => n + 1),
              frozen: Object.isFrozen(globalThis), limit: Error.stackTraceLimit,
              sum: (await Promise.all([1, 2].map((n) => api.items.list({ n })))).map((found) => found.count) };
            """;

    private final HostileCorpus corpus;
    private final Guests guests;
    private final HostileJudge judge = HostileJudge.of(HostWords.of(ownWords()));
    private final Bystander bystander = Bystander.start();
    private final HostLog log;
    private final String baseline;

    private HostileHost(HostileCorpus corpus, Guests guests, HostLog log) {
        this.corpus = corpus;
        this.guests = guests;
        this.log = log;
        HostileRun first = probe();
        if (first.outcome() != Outcome.VALUE) {
            throw new IllegalStateException("The sandbox runs nothing: " + first.texts());
        }
        baseline = Objects.requireNonNull(first.resultJson());
    }

    /** Runs the host: the sandbox's name, then the corpus's directory, if it is not the testkit's own. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream answers = HostLog.realOutput();
        HostLog log = HostLog.start();
        int exitCode = 1;
        try {
            run(args, log, answers);
            exitCode = 0;
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            answers.println(log.text());
        } finally {
            // A thread that cannot be stopped must not keep the process alive.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private static void run(String[] args, HostLog log, PrintStream answers) throws IOException, InterruptedException {
        HostileCorpus corpus = args.length > 1 ? HostileCorpus.in(Path.of(args[1])) : HostileCorpus.bundled();
        SandboxKind kind = SandboxKind.named(args[0]).orElseThrow();
        try (Guests guests = new Guests(kind.create());
                BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            HostileHost host = new HostileHost(corpus, guests, log);
            answers.println(READY);
            for (String file = files.readLine(); file != null; file = files.readLine()) {
                answers.println(host.verdict(corpus.script(file)).toJson());
            }
        }
    }

    private static List<String> ownWords() {
        List<String> words = new ArrayList<>();
        for (String property : List.of("user.dir", "user.home", "java.home", "user.name", "os.version")) {
            Optional.ofNullable(System.getProperty(property)).ifPresent(words::add);
        }
        try {
            words.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            words.add("localhost");
        }
        return words;
    }

    private Verdict verdict(HostileScript script) throws InterruptedException {
        script.after().ifPresent(file -> guests.run(corpus.script(file), GUESTS));
        bystander.takeFaults();
        log.takeFaults();
        List<String> faults = new ArrayList<>();
        HostileRun run = BOMBS.contains(script.category()) ? besideInnocents(script, faults) : alone(script, faults);
        List<String> judged = judge.faults(run);
        if (HostileJudge.areOfTimeAlone(judged)) {
            probe(); // a limit costs the domain its worker: the script should not wait for the next one
            run = alone(HostileJudge.withMoreTime(script), faults);
            judged = judge.faults(run);
        }
        faults.addAll(0, judged);
        addNext(faults);
        faults.addAll(bystander.takeFaults());
        faults.addAll(log.takeFaults());
        return Verdict.judged(
                script.file(), run.outcome().word(), run.duration().toMillis(), faults);
    }

    private HostileRun alone(HostileScript script, List<String> faults) {
        Guests.Answered answered = guests.run(script, GUESTS);
        faults.addAll(answered.faults());
        return answered.run();
    }

    private HostileRun besideInnocents(HostileScript script, List<String> faults) throws InterruptedException {
        try (Innocents innocents = Innocents.beside(script, guests)) {
            HostileRun run = alone(script, faults);
            faults.addAll(innocents.end());
            return run;
        }
    }

    private void addNext(List<String> faults) {
        HostileRun next = probe();
        if (next.outcome() != Outcome.VALUE) {
            faults.add("the next execution ended as " + next.outcome().word());
        } else if (!baseline.equals(next.resultJson())) {
            faults.add("the next execution saw other globals");
        }
    }

    private HostileRun probe() {
        HostileLimits limits = corpus.scripts().get(0).limits().withWallTime(PROBE_WALL_TIME);
        HostileScript probe = HostileScript.innocent("probe.js", PROBE, limits);
        return guests.run(probe, GUESTS).run();
    }
}
