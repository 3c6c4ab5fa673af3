package dev.codemode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.script.ScriptRequest;
import dev.codemode.source.InvalidSourceException;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import dev.codemode.tests.ShopSource;
import dev.codemode.typescript.TypeScriptScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing runs before somebody asks, and nothing is left of a build that failed. */
@Timeout(120)
final class LazyStartTest {
    private final List<String> closed = new ArrayList<>();

    private final class BrokenSource implements ServiceSource {
        @Override
        public SourceSnapshot load() {
            return new SourceSnapshot(List.of(), Map.of(), List.of(SourceIssue.error("orders", "It is broken.")));
        }

        @Override
        public void onChange(Runnable listener) {}

        @Override
        public void close() {
            closed.add("source");
        }
    }

    private final class WatchedSandbox implements Sandbox {
        @Override
        public Execution execute(SandboxRequest request) {
            throw new IllegalStateException("Nothing is to run.");
        }

        @Override
        public void anticipate() {
            closed.add("anticipated");
        }

        @Override
        public void close() {
            closed.add("sandbox");
        }
    }

    private final class WatchedPreparer implements ScriptPreparer {
        @Override
        public PreparedScript prepare(ScriptRequest request) {
            throw new IllegalStateException("Nothing is to be prepared.");
        }

        @Override
        public void anticipate(Catalog visible) {
            closed.add("anticipated");
        }

        @Override
        public void close() {
            closed.add("preparer");
        }
    }

    private static Set<Long> processes() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("codemode-"))
                .collect(Collectors.toSet());
    }

    @Test
    void aFailedBuildClosesWhatWasHandedOver() {
        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> CodeMode.builder()
                        .source(new BrokenSource())
                        .sandbox(new WatchedSandbox())
                        .scripts(new WatchedPreparer())
                        .build());
        assertThat(closed).containsExactly("sandbox", "preparer", "source");
    }

    @Test
    void aFailedBuildLeavesNoProcessAndNoThread() {
        Set<Long> processes = processes();
        Set<Thread> threads = threads();
        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> CodeMode.builder()
                        .source(new BrokenSource())
                        .sandbox(GraalSandbox.create())
                        .scripts(TypeScriptScripts.create())
                        .build());
        assertThat(processes()).isSubsetOf(processes);
        assertThat(threads()).isSubsetOf(threads);
    }

    @Test
    void anUnusedFacadeHasNoWorker() {
        Set<Long> processes = processes();
        try (CodeMode codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(GraalSandbox.create())
                .build()) {
            assertThat(codeMode.catalog(Caller.anonymous()).operations()).isNotEmpty();
            assertThat(processes()).isSubsetOf(processes);
            codeMode.tools(Caller.anonymous());
            while (processes.containsAll(processes())) {
                Thread.onSpinWait();
            }
        }
        assertThat(processes()).isSubsetOf(processes);
    }
}
