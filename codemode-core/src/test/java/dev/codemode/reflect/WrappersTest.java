package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.source.OperationFailedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class WrappersTest {
    private final Loaded shop = new Loaded(
            AnnotatedServices.builder().bean(new Shop()).maxElements(2).build().load());

    @Test
    void returnsTheBodyOfAnEntity() throws Exception {
        assertThat(shop.issues()).isEmpty();
        assertThat(shop.operation("entity").output()).isEqualTo(Schema.reference("Book"));
        assertThat(shop.call("entity", Map.of())).isEqualTo(Map.of("title", "Emma"));
    }

    @Test
    void failsWithTheStatusOfAnEntity() {
        assertThatThrownBy(() -> shop.call("missing", Map.of()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("shop.missing: the operation answered with status 404.");
    }

    @Test
    void awaitsTheValuesOfReactor() throws Exception {
        assertThat(shop.operation("mono").output()).isEqualTo(Schema.nullable(Schema.reference("Book")));
        assertThat(shop.call("mono", Map.of())).isEqualTo(Map.of("title", "Emma"));
        assertThat(shop.operation("flux").output()).isEqualTo(Schema.array(Schema.reference("Book")));
        assertThat(shop.call("flux", Map.of())).isEqualTo(List.of(Map.of("title", "Emma")));
        assertThat(shop.call("later", Map.of())).isEqualTo(Map.of("title", "Emma"));
    }

    @Test
    void boundsTheValuesOfReactor() {
        assertThatThrownBy(() -> shop.call("many", Map.of()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage(
                        "shop.many: the result has more than 2 elements. Ask for fewer, for instance with a filter or a"
                                + " limit.");
    }

    record Book(String title) {}

    @CodeModeService(name = "shop")
    static final class Shop {
        private static final Book EMMA = new Book("Emma");

        @CodeModeOperation(effect = Effect.READ)
        public ResponseEntity<Book> entity() {
            return new ResponseEntity<>(EMMA, 200);
        }

        @CodeModeOperation(effect = Effect.READ)
        public ResponseEntity<Book> missing() {
            return new ResponseEntity<>(null, 404);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Mono<Book> mono() {
            return new Mono<>(CompletableFuture.completedFuture(EMMA));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Mono<ResponseEntity<Book>> later() {
            return new Mono<>(CompletableFuture.completedFuture(entity()));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Flux<Book> flux() {
            return new Flux<>(List.of(EMMA));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Flux<Book> many() {
            return new Flux<>(List.of(EMMA, EMMA, EMMA, EMMA));
        }
    }
}
