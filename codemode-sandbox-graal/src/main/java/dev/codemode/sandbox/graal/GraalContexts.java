package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Limits;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Builds contexts that can reach nothing.
 *
 * <p>Invariant: no access of any kind is allowed, and every built-in that reaches out of the realm is off. Held by
 * {@code GlobalsTest} and by {@code SandboxContract}.
 */
final class GraalContexts {
    /**
     * The number of frames that fit into {@link ScriptThread#STACK_BYTES} even if each holds a built-in and a callback.
     */
    private static final int MAX_STACK_FRAMES = 10_000;

    private static final int MIN_STRING_LENGTH = 16 << 20;
    private static final int MAX_STRING_LENGTH = 1 << 28;

    /**
     * The policies that would check these for us refuse most of them, so the policy is TRUSTED and everything is
     * explicit.
     */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("js.disable-eval", "true"),
            Map.entry("js.graal-builtin", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.load", "false"),
            Map.entry("js.print", "false"),
            Map.entry("js.console", "false"),
            Map.entry("js.performance", "false"),
            Map.entry("js.temporal", "true"),
            Map.entry("js.shared-array-buffer", "false"),
            Map.entry("js.atomics", "false"),
            Map.entry("js.java-package-globals", "false"),
            Map.entry("js.global-arguments", "false"),
            Map.entry("js.regexp-static-result", "false"),
            Map.entry("js.timezone", "UTC"),
            Map.entry("js.locale", "en"),
            Map.entry("js.max-typed-array-length", Integer.toString(16 << 20)),
            Map.entry("js.max-apply-argument-length", "100000"),
            Map.entry("js.function-arguments-limit", "1000"),
            Map.entry("sandbox.MaxStackFrames", Integer.toString(MAX_STACK_FRAMES)),
            Map.entry("sandbox.MaxThreads", "1"));

    private GraalContexts() {}

    /** Builds an engine without contexts. */
    static Engine engine() {
        return Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }

    /** Builds a context for one execution. */
    static Context create(Engine engine, Limits limits) {
        int largest =
                Math.max(limits.maxResultBytes(), Math.max(limits.maxArgumentBytes(), limits.maxCallResultBytes()));
        return Context.newBuilder("js")
                .engine(engine)
                .allowExperimentalOptions(true)
                .allowHostAccess(HostAccess.newBuilder(HostAccess.NONE).build())
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowIO(IOAccess.NONE)
                .allowCreateProcess(false)
                .allowCreateThread(false)
                .allowNativeAccess(false)
                .allowHostClassLoading(false)
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .options(OPTIONS)
                .option("js.string-length-limit", Integer.toString(Math.max(maxStringLength(limits), largest)))
                .build();
    }

    /** A string may fill half of the memory; a script should meet that limit, not one that it cannot know. */
    private static int maxStringLength(Limits limits) {
        return (int) Math.max(MIN_STRING_LENGTH, Math.min(MAX_STRING_LENGTH, limits.maxMemoryBytes() / 2));
    }
}
