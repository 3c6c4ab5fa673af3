package dev.codemode.http;

/**
 * Provides the credentials of a request that depend on the caller. Called by many threads at once, after the request is
 * otherwise complete.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RequestAuthorizer {
    /**
     * Returns what to add to the request. May block; the thread is interrupted when the execution ends.
     *
     * @throws dev.codemode.source.OperationFailedException to tell the script why the caller may not make the request
     * @throws Exception if no credentials can be obtained; the message stays on the host
     */
    Authorization authorize(AuthorizationRequest request) throws Exception;
}
