package dev.codemode.testkit.sandbox;

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

    /** Returns the sandbox that all tests share, except those of its start and end. */
    final Sandbox shared() {
        if (shared == null) {
            throw new IllegalStateException("The contract has not started.");
        }
        return shared;
    }

    @Nested
    final class Values extends ValueClaims {
        Values() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Consoles extends ConsoleClaims {
        Consoles() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class HostCalls extends CallClaims {
        HostCalls() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Arguments extends ArgumentClaims {
        Arguments() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Failures extends FailureClaims {
        Failures() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class LimitStops extends LimitClaims {
        LimitStops() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Isolation extends IsolationClaims {
        Isolation() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Determinism extends DeterminismClaims {
        Determinism() {
            super(SandboxContract.this);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    final class Hostile extends HostileClaims {
        Hostile() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Globals extends GlobalClaims {
        Globals() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Clones extends CloneClaims {
        Clones() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Urls extends UrlClaims {
        Urls() {
            super(SandboxContract.this);
        }
    }

    @Nested
    final class Lifecycle extends LifecycleClaims {
        Lifecycle() {
            super(SandboxContract.this);
        }
    }
}
