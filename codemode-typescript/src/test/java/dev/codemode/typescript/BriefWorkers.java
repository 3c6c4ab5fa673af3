package dev.codemode.typescript;

import java.util.List;

/** How tests start workers that live for one class of tests: the fast compiler brings them up with two thirds of the computing. */
public final class BriefWorkers {
    /** What workers of a sandbox take. */
    public static final List<String> JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=1");

    private BriefWorkers() {}

    /** Returns a preparer with the defaults but for these workers. */
    public static TypeScriptScripts scripts() {
        return TypeScriptScripts.builder()
                .workers(options -> options.jvmOptions(JVM_OPTIONS))
                .build();
    }
}
