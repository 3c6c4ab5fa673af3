package dev.codemode.http.internal.secret;

import java.util.Objects;
import java.util.function.Supplier;

/** A secret that does not change, so that it can be checked before a request needs it. Immutable and thread-safe. */
public final class FixedSecret implements Supplier<String> {
    private final String secret;

    /** Keeps the secret. */
    public FixedSecret(String secret) {
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String get() {
        return secret;
    }

    /** Shows nothing of the secret. */
    @Override
    public String toString() {
        return "***";
    }
}
