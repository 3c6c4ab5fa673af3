package dev.codemode.mcp.internal.session;

import reactor.core.publisher.Mono;

/**
 * Starts what the SDK describes as a {@link Mono}. Only future-like methods of Reactor are used in this module: others
 * carry annotations whose own class is not on the class path, which newer compilers report.
 */
final class Subscriptions {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private Subscriptions() {}

    /** Starts the work. What the SDK has not turned into an answer by itself is no more than a broken connection. */
    static void start(Mono<Void> work) {
        var unused = work.toFuture().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.DEBUG, "A message was not delivered", failure);
            }
        });
    }
}
