package dev.codemode.benchmarks.hostile;

import dev.codemode.testkit.hostile.HostileCorpus;
import dev.codemode.testkit.hostile.HostileLimits;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.hostile.InvalidCorpusException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a corpus of hostile scripts against a sandbox and prints a line for each. The scripts run in a host in a
 * separate process, which is replaced when it dies, hangs or may be damaged. Confined to one thread at a time.
 */
public final class HostileCommand {
    private static final Set<String> UNSTOPPED = Set.of("value", "error", "sooner");
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final HostileOptions options;
    private final PrintStream out;
    private @Nullable HostProcess host;

    private HostileCommand(HostileOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Returns the command's usage. */
    public static String usage() {
        return HostileOptions.USAGE;
    }

    /** Runs the command and returns its exit code: 0, 1 if a script failed, 2 if the command line is wrong. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        try {
            HostileOptions options = HostileOptions.parse(arguments);
            HostileCorpus corpus = options.scripts().map(HostileCorpus::in).orElseGet(HostileCorpus::bundled);
            return new HostileCommand(options, out).run(corpus);
        } catch (IllegalArgumentException | InvalidCorpusException e) {
            err.println(e.getMessage());
            err.print("usage:\n" + usage());
            return 2;
        }
    }

    private int run(HostileCorpus corpus) throws IOException, InterruptedException {
        Set<String> known = options.knownFailures().map(HostileCorpus::listed).orElse(Set.of());
        List<Verdict> verdicts = new ArrayList<>();
        boolean clean;
        try {
            for (HostileScript script : corpus.scripts()) {
                Verdict verdict = verdict(script);
                boolean listed = verdict.status() == Verdict.Status.FAILED && known.contains(script.file());
                verdicts.add(listed ? verdict.known() : verdict);
                out.println(verdicts.get(verdicts.size() - 1).line());
            }
        } finally {
            clean = host == null || host.end();
        }
        writeJson(verdicts);
        return summary(verdicts, clean);
    }

    private Verdict verdict(HostileScript script) throws IOException, InterruptedException {
        String reason = Applicability.reasonAgainst(script).orElse("");
        if (!reason.isEmpty()) {
            return Verdict.notApplicable(script.file(), reason);
        }
        HostProcess current = host == null ? HostProcess.start(options) : host;
        HostileLimits limits = script.limits();
        Verdict verdict = current.run(
                script.file(),
                limits.wallTime().plus(limits.stopTime()).multipliedBy(2).plus(GRACE));
        host = current;
        if (isDamaged(verdict)) {
            current.kill();
            host = null;
        }
        return verdict;
    }

    private boolean isDamaged(Verdict verdict) {
        boolean stopped =
                !verdict.outcome().equals("value") && !verdict.outcome().equals("error");
        return verdict.status() == Verdict.Status.FAILED
                || (stopped && !options.sandbox().recovers());
    }

    private void writeJson(List<Verdict> verdicts) throws IOException {
        if (options.json().isPresent()) {
            String array = verdicts.stream().map(Verdict::toJson).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
            Files.writeString(options.json().get(), array);
        }
    }

    private int summary(List<Verdict> verdicts, boolean clean) {
        if (!clean) {
            out.println("fail  the host did not end, or left processes behind");
        }
        long failed = count(verdicts, Verdict.Status.FAILED);
        long known = count(verdicts, Verdict.Status.KNOWN);
        out.println(count(verdicts, Verdict.Status.PASSED) + " passed, " + failed + " failed, "
                + (options.knownFailures().isPresent() ? known + " failed as listed, " : "")
                + count(verdicts, Verdict.Status.NOT_APPLICABLE) + " not applicable ("
                + options.sandbox().word() + ")");
        return failed == 0 && clean ? 0 : 1;
    }

    private static long count(List<Verdict> verdicts, Verdict.Status status) {
        return verdicts.stream().filter(verdict -> verdict.status() == status).count();
    }
}
