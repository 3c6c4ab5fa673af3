package reactor.core.publisher;

import java.util.concurrent.CompletableFuture;

/** Stands for Reactor's own. */
public class Mono<T> {
    private final CompletableFuture<T> value;

    public Mono(CompletableFuture<T> value) {
        this.value = value;
    }

    public CompletableFuture<T> toFuture() {
        return value;
    }
}
