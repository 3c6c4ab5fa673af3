package dev.codemode.testkit;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.testkit.hostile.HostileScript;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of every {@link Sandbox}. Extend it in a test and return a sandbox. Confined to one thread at a time.
 *
 * @since 0.1
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
public abstract class SandboxContract {
    private @Nullable Sandbox shared;

    /** Creates contracts; for subclasses. */
    protected SandboxContract() {}

    /** Returns a new sandbox. Called a few times; the contract closes each. */
    protected abstract Sandbox sandbox();

    /** Returns whether the sandbox has an optional feature; the tests of features that it lacks are skipped. */
    protected boolean supports(Feature feature) {
        return true;
    }

    /**
     * Returns whether the sandbox is meant to withstand a script of the hostile corpus; the tests of others are
     * skipped. The sandbox's documentation must name the scripts that it does not withstand.
     */
    protected boolean holds(HostileScript script) {
        return true;
    }

    /**
     * The features that a sandbox may leave out, with the reason in its documentation.
     *
     * @since 0.1
     */
    public enum Feature {
        /** Failures of running scripts carry a line and a column. */
        POSITIONS,
        /** {@code maxMemoryBytes} stops a script that holds too much. */
        MEMORY_LIMIT,
        /** {@code maxCpuTime} stops a script that computes for too long. */
        CPU_LIMIT,
        /** The clock stands still while a script computes. */
        FROZEN_CLOCK,
        /** {@code Math.random} follows from the seed. */
        SEEDED_RANDOM
    }

    @BeforeAll
    final void createSharedSandbox() {
        shared = sandbox();
    }

    @AfterAll
    final void closeSharedSandbox() {
        if (shared != null) {
            shared.close();
        }
    }

    private Sandbox shared() {
        if (shared == null) {
            throw new IllegalStateException("The contract has not started.");
        }
        return shared;
    }

    @Nested
    final class Values extends SandboxContractValues {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class Consoles extends SandboxContractConsole {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class HostCalls extends SandboxContractCalls {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class Arguments extends SandboxContractArguments {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class Failures extends SandboxContractFailures {
        @Override
        Sandbox sandbox() {
            return shared();
        }

        @Override
        boolean supports(Feature feature) {
            return SandboxContract.this.supports(feature);
        }
    }

    @Nested
    final class LimitStops extends SandboxContractLimits {
        @Override
        Sandbox sandbox() {
            return shared();
        }

        @Override
        boolean supports(Feature feature) {
            return SandboxContract.this.supports(feature);
        }
    }

    @Nested
    final class Isolation extends SandboxContractIsolation {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class Determinism extends SandboxContractDeterminism {
        @Override
        Sandbox sandbox() {
            return shared();
        }

        @Override
        boolean supports(Feature feature) {
            return SandboxContract.this.supports(feature);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    final class Hostile extends SandboxContractHostile {
        @Override
        Sandbox sandbox() {
            return shared();
        }

        @Override
        boolean holds(HostileScript script) {
            return SandboxContract.this.holds(script);
        }
    }

    @Nested
    final class Globals extends SandboxContractGlobals {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class Clones extends SandboxContractClones {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class Urls extends SandboxContractUrls {
        @Override
        Sandbox sandbox() {
            return shared();
        }
    }

    @Nested
    final class Lifecycle extends SandboxContractLifecycle {
        @Override
        Sandbox sandbox() {
            return SandboxContract.this.sandbox();
        }
    }
}
