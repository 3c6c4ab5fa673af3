package reactor.core.publisher;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stands for Reactor's own. */
public class Flux<T> {
    private final List<T> values;

    public Flux(List<T> values) {
        this.values = values;
    }

    public Flux<T> take(long count) {
        return new Flux<>(values.subList(0, (int) Math.min(count, values.size())));
    }

    public Mono<List<T>> collectList() {
        return new Mono<>(CompletableFuture.completedFuture(values));
    }
}
