package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.source.OperationFailedException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private final Results results = new Results();
    private final Loaded loaded = Loaded.of(results);

    @Test
    void collectsStreamsAndIterators() throws Exception {
        assertThat(loaded.call("stream", Map.of())).isEqualTo(List.of("a", "b"));
        assertThat(loaded.call("numbers", Map.of())).isEqualTo(List.of(1L, 2L));
        assertThat(loaded.call("iterator", Map.of())).isEqualTo(List.of("a"));
        assertThat(loaded.operation("stream").output()).isEqualTo(Schema.array(Schema.string()));
        assertThat(loaded.operation("numbers").output()).isEqualTo(Schema.array(Schema.integer()));
        assertThat(loaded.operation("iterator").output()).isEqualTo(Schema.array(Schema.string()));
    }

    @Test
    void closesWhatItCollected() throws Exception {
        loaded.call("stream", Map.of());
        assertThat(results.closed).isTrue();
    }

    @Test
    void refusesEndlessStreams() {
        assertThatThrownBy(() -> loaded.call("endless", Map.of()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage(
                        "results.endless: the result has more than 10,000 elements. Ask for fewer, for instance with"
                                + " a filter or a limit.");
    }

    @Test
    void awaitsFutures() throws Exception {
        assertThat(loaded.call("stage", Map.of())).isEqualTo("later");
        assertThat(loaded.operation("stage").output()).isEqualTo(Schema.nullable(Schema.string()));
        assertThat(loaded.call("done", Map.of())).isNull();
        assertThat(loaded.operation("done").output()).isEqualTo(Schema.nothing());
    }

    @Test
    void unwrapsTheFailureOfAFuture() {
        assertThatThrownBy(() -> loaded.call("failing", Map.of()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("No such order.");
    }

    @Test
    void cancelsAFutureWhenItsThreadIsInterrupted() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                loaded.call("pending", Map.of());
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        caller.start();
        results.asked.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(results.pending).isCancelled();
    }

    @Test
    void keepsNullsApartFromAbsentProperties() throws Exception {
        assertThat(loaded.call("nulls", Map.of())).isEqualTo(Collections.singletonMap("a", null));
    }

    @Test
    void losesNoDigit() throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("exact", new BigDecimal("0.12345678901234567890123"));
        expected.put("plain", 0.1);
        assertThat(loaded.call("decimals", Map.of())).isEqualTo(expected);
    }

    @Test
    void writesTheDeclaredTypeOfASubclass() throws Exception {
        assertThat(loaded.call("account", Map.of())).isEqualTo(Map.of("owner", "ann"));
    }

    record Decimals(BigDecimal exact, float plain) {}

    public static class Account {
        public String getOwner() {
            return "ann";
        }
    }

    public static class SecretAccount extends Account {
        public String getPassword() {
            return "secret";
        }
    }

    @CodeModeService(name = "results")
    static final class Results {
        private boolean closed;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CompletableFuture<String> pending = new CompletableFuture<>();

        @CodeModeOperation(effect = Effect.READ)
        public Stream<String> stream() {
            return Stream.of("a", "b").onClose(() -> closed = true);
        }

        @CodeModeOperation(effect = Effect.READ)
        public IntStream numbers() {
            return IntStream.of(1, 2);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Iterator<String> iterator() {
            return List.of("a").iterator();
        }

        @CodeModeOperation(effect = Effect.READ)
        public Stream<Integer> endless() {
            return Stream.generate(() -> 1);
        }

        @CodeModeOperation(effect = Effect.READ)
        public CompletionStage<@Nullable String> stage() {
            return CompletableFuture.completedStage("later");
        }

        @CodeModeOperation(effect = Effect.READ)
        public Future<Void> done() {
            return CompletableFuture.completedFuture(null);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Future<String> failing() {
            return CompletableFuture.failedFuture(new OperationFailedException("No such order."));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Future<String> pending() {
            asked.countDown();
            return pending;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Map<String, @Nullable Object> nulls() {
            Map<String, @Nullable Object> map = new HashMap<>();
            map.put("a", null);
            return map;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Decimals decimals() {
            return new Decimals(new BigDecimal("0.12345678901234567890123"), 0.1f);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Account account() {
            return new SecretAccount();
        }
    }
}
