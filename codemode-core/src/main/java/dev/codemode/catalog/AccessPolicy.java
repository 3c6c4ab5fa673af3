package dev.codemode.catalog;

/**
 * Decides which operations a caller can see and call. An operation that is not allowed is invisible to that caller: in
 * search, declarations, globals and suggestions. Called often, so it should answer from memory. Implementations are
 * thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AccessPolicy {
    /** Returns whether the caller may see and call the operation. */
    boolean allows(Caller caller, Operation operation);

    /** Returns the policy that allows every operation to every caller. */
    static AccessPolicy allowAll() {
        return AllowAll.INSTANCE;
    }

    /** The policy that allows everything; one instance, so that the library can skip asking it. */
    enum AllowAll implements AccessPolicy {
        /** The policy. */
        INSTANCE;

        @Override
        public boolean allows(Caller caller, Operation operation) {
            return true;
        }
    }
}
