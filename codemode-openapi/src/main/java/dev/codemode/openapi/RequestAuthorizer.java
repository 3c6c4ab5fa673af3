package dev.codemode.openapi;

/**
 * Gives the credentials of a request, when they depend on who calls. Called by many threads at once, after the request is
 * otherwise complete.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RequestAuthorizer {
    /**
     * Returns what to add to the request. May block; the thread is interrupted when the execution ends.
     *
     * @throws dev.codemode.source.OperationFailedException to tell the script why the caller may not
     * @throws Exception if there are no credentials to be had; the message stays on the host
     */
    Authorization authorize(AuthorizationRequest request) throws Exception;
}
