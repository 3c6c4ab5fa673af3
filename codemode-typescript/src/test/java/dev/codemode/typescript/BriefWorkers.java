package dev.codemode.typescript;

import java.nio.file.Path;
import java.util.List;

/** How tests start workers that live for one class of tests: the fast compiler brings them up with two thirds of the computing. */
public final class BriefWorkers {
    /** What workers of a sandbox take. */
    public static final List<String> JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=1");

    /** The environment variable that names the executable of Deno. */
    static final String DENO = "CODEMODE_DENO";

    /** Its workers end with this process, which closes their input. */
    private static final class Shared {
        private static final TypeScriptScripts SCRIPTS = scripts();
    }

    private BriefWorkers() {}

    /** Returns the preparer of all tests that need only one and leave it able to check; it is not to be closed. */
    static TypeScriptScripts shared() {
        return Shared.SCRIPTS;
    }

    /** Returns the executable of Deno, for tests that {@link RunsDeno need} it. */
    public static Path deno() {
        return Path.of(System.getenv(DENO));
    }

    /** Returns a preparer that only strips. */
    static TypeScriptScripts stripping() {
        return TypeScriptScripts.builder()
                .policy(CheckPolicy.OFF)
                .workers(options -> options.jvmOptions(JVM_OPTIONS))
                .build();
    }

    /** Returns a preparer with the defaults but for these workers. */
    public static TypeScriptScripts scripts() {
        return TypeScriptScripts.builder()
                .workers(options -> options.jvmOptions(JVM_OPTIONS))
                .build();
    }
}
