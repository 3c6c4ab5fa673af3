package dev.codemode.typescript;

import dev.codemode.catalog.Catalog;
import dev.codemode.internal.options.OptionChecks;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.sandbox.worker.WorkerSandbox;
import dev.codemode.script.PlainJavaScript;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.script.ScriptRequest;
import dev.codemode.script.internal.ScriptScanner;
import dev.codemode.script.internal.ScriptToken;
import dev.codemode.typescript.internal.check.Checker;
import dev.codemode.typescript.internal.check.Findings;
import dev.codemode.typescript.internal.check.LaterCheck;
import dev.codemode.typescript.internal.check.SlicedDeclarations;
import dev.codemode.typescript.internal.strip.Preparation;
import dev.codemode.typescript.internal.strip.Stripper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Accepts JavaScript and TypeScript in every shape that models write, and checks it, while it runs, against the
 * declarations of the services that the caller can see. Thread-safe.
 *
 * <ul>
 *   <li>Code in Markdown fences, with prose around it.
 *   <li>Statements, whose result is what they return, their last expression, or the value of their last declaration.
 *   <li>A function that is never called, by itself or as the last declaration, or the script's default export: it is
 *         called with an object that contains the services.
 *   <li>Types, enums and namespaces; imports of types. Other imports are refused.
 * </ul>
 *
 * <p>Lines and columns in errors refer to the model's own text. Both steps run in their own worker processes, which are
 * killed at bounds of time and memory: one to three for the syntax, and, unless the policy is {@link CheckPolicy#OFF},
 * one for the types, which needs GraalJS. Scripts are checked once that process has read the declarations, which takes
 * a few seconds after the start; until then, and whenever the check fails or takes too long, they run unchecked. A
 * script that names no service is checked only if it fails.
 *
 * @since 0.1
 */
public final class TypeScriptScripts implements ScriptPreparer {
    private final Stripper stripper;
    private final @Nullable Checker checker;
    private final CheckPolicy policy;
    private final PlainJavaScript plain = PlainJavaScript.create();
    private final ExecutorService checks = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "codemode-check");
        thread.setDaemon(true);
        return thread;
    });

    private TypeScriptScripts(Builder builder) {
        policy = builder.policy;
        stripper = new Stripper(builder.deno, builder.maxWorkers, builder.workers);
        try {
            checker = policy == CheckPolicy.OFF ? null : new Checker(builder.deno, builder.workers);
        } catch (RuntimeException e) {
            stripper.close();
            throw e;
        }
    }

    /**
     * Returns a preparer with the defaults of {@link #builder}.
     *
     * @throws IllegalStateException if worker processes cannot be started here; the message says what can be done
     */
    public static TypeScriptScripts create() {
        return builder().build();
    }

    /** Returns a builder of preparers. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Waits until scripts are checked, for tests and probes of readiness.
     *
     * @return whether they are; immediately false if the policy is {@link CheckPolicy#OFF}
     */
    public boolean awaitChecked(Duration timeout) throws InterruptedException {
        return checker != null && checker.awaitWarm(timeout);
    }

    @Override
    public void anticipate(Catalog visible) {
        stripper.anticipate();
        if (checker != null) {
            checker.anticipate(visible);
        }
    }

    @Override
    public boolean takesTypeScript() {
        return true;
    }

    @Override
    public PreparedScript prepare(ScriptRequest request) {
        ScriptRequest unfenced = request.withText(Fences.blankAround(request.text()));
        String script = unfenced.text();
        if (script.isBlank()) {
            return plain.prepare(unfenced);
        }
        List<ScriptToken> tokens = ScriptScanner.tokens(script);
        Set<String> words = SlicedDeclarations.words(tokens);
        return PlainText.isCertain(tokens) && plain.prepare(unfenced) instanceof PreparedScript.Ready ready
                ? new PreparedScript.Ready(
                        ready.body(),
                        ready.original(),
                        check(unfenced, words, Preparation.Form.of(tokens), false),
                        () -> stripped(unfenced, words))
                : stripped(unfenced, words);
    }

    private PreparedScript stripped(ScriptRequest unfenced, Set<String> words) {
        try {
            Stripper.Outcome outcome = stripper.strip(unfenced);
            if (outcome instanceof Stripper.Outcome.Body body) {
                return new PreparedScript.Ready(
                        body.body(), body.positions(), check(unfenced, words, body.form(), body.typed()), null);
            }
            return outcome instanceof Stripper.Outcome.Refused refused
                    ? new PreparedScript.Rejected("SyntaxError", refused.message(), refused.position())
                    : new PreparedScript.Unavailable(((Stripper.Outcome.Unknown) outcome).reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PreparedScript.Rejected("", "The script was cancelled.", (SourcePosition) null);
        }
    }

    /** Returns the check of a script with these words: one that names no service need not pass unless it fails. */
    private PreparedScript.Check check(
            ScriptRequest unfenced, Set<String> words, Preparation.Form form, boolean typed) {
        Checker by = checker;
        if (by == null) {
            return PreparedScript.Check.none();
        }
        boolean needed = unfenced.visible().services().keySet().stream().anyMatch(words::contains);
        return new LaterCheck(needed, () -> findings(by, unfenced, words, form, typed), checks);
    }

    private PreparedScript.Findings findings(
            Checker by, ScriptRequest unfenced, Set<String> words, Preparation.Form form, boolean typed) {
        try {
            Findings findings = by.check(unfenced, words, form, typed);
            boolean strict = policy == CheckPolicy.STRICT;
            return new PreparedScript.Findings(strict ? findings.certain() : List.of(), findings.hints(!strict));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PreparedScript.Findings.none();
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
        stripper.close();
        if (checker != null) {
            checker.close();
        }
    }

    /**
     * Builds a preparer. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private CheckPolicy policy = CheckPolicy.STRICT;
        private int maxWorkers = 2;
        private @Nullable Path deno;
        private Consumer<WorkerSandbox.Builder> workers = options -> {};

        private Builder() {}

        /** Sets the treatment of type mistakes; default {@link CheckPolicy#STRICT}. */
        public Builder policy(CheckPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /** Sets the maximum number of processes that parse scripts; default 2. */
        public Builder maxWorkers(int maxWorkers) {
            this.maxWorkers = OptionChecks.positive("maxWorkers", maxWorkers);
            return this;
        }

        /**
         * Sets the executable of Deno, 2.9 or later, on whose V8 scripts are parsed and checked, many times as fast as in a
         * JVM and in less memory. Default: none; parsed by bytecode and checked by GraalJS.
         */
        public Builder deno(Path deno) {
            this.deno = Objects.requireNonNull(deno, "deno");
            return this;
        }

        /**
         * Sets how worker processes are started: {@code cacheDirectory}, {@code javaLauncher}, {@code jvmOptions} and
         * {@code commandPrefix}, as for the sandbox. Their number and memory are set here. Called for each kind of
         * process.
         */
        public Builder workers(Consumer<WorkerSandbox.Builder> workers) {
            this.workers = Objects.requireNonNull(workers, "workers");
            return this;
        }

        /**
         * Returns the preparer, and starts its processes in the background.
         *
         * @throws IllegalStateException if worker processes cannot be started here; the message says what can be done
         */
        public TypeScriptScripts build() {
            return new TypeScriptScripts(this);
        }
    }
}
