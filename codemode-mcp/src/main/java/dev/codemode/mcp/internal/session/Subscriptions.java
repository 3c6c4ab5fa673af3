package dev.codemode.mcp.internal.session;

import reactor.core.publisher.Mono;

/**
 * Starts the work that the SDK describes as a {@link Mono}. This module uses only future-like methods of Reactor:
 * others carry annotations whose class is not on the class path, which newer compilers report.
 */
final class Subscriptions {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private Subscriptions() {}

    /** Starts the work. A failure that the SDK has not turned into an answer can only be a broken connection. */
    static void start(Mono<Void> work) {
        var unused = work.toFuture().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.DEBUG, "A message was not delivered", failure);
            }
        });
    }
}
