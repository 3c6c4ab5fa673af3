package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationFailedException.Retry;
import dev.codemode.source.OperationHandler;
import dev.codemode.tests.ErrorGolden;
import dev.codemode.tests.GoldenScript;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model reads when a call was refused, was denied, or failed: what happened, and whether it may be repeated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FailedCallTextsTest {
    private CodeMode codeMode;

    @BeforeAll
    void start() {
        codeMode = CodeMode.builder()
                .source(AnnotatedServices.of(new Orders()))
                .sandbox(GraalSandbox.unsafeInProcess())
                .access((caller, operation) -> !operation.name().toString().equals("orders.erase"))
                .interceptor(FailedCallTextsTest::deny)
                .limits(Limits.builder()
                        .maxArgumentBytes(1_000)
                        .maxCallResultBytes(1_000)
                        .build())
                .build();
    }

    private static @Nullable Object deny(OperationCall call, OperationHandler next) throws Exception {
        return switch (call.operation().name().toString()) {
            case "orders.discount" -> throw new OperationFailedException("Only managers may grant a discount.");
            case "orders.stock" -> new Object();
            default -> next.invoke(call);
        };
    }

    @AfterAll
    void stop() {
        codeMode.close();
    }

    static Stream<GoldenScript> cases() {
        return GoldenScript.in("failed-calls");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatBecameOfTheCall(GoldenScript failed) {
        ExecuteAnswer answer = codeMode.execute(failed.script(), Caller.anonymous());
        assertThat(answer.failed()).isTrue();
        failed.verify(ErrorGolden.checked(answer.text()));
    }

    /** A shop with bad days. */
    @CodeModeService(name = "orders")
    public static final class Orders {
        /** Finds orders. */
        @CodeModeOperation(effect = Effect.READ)
        public List<Line> find() {
            return List.of();
        }

        /** Counts orders in the warehouse. */
        @CodeModeOperation(effect = Effect.READ)
        public int count() {
            throw new OperationFailedException(
                    "The warehouse broke the connection off.", Retry.UNKNOWN, OptionalInt.empty(), null);
        }

        /** Places an order. */
        @CodeModeOperation(effect = Effect.WRITE)
        public int place(List<Line> lines) {
            return lines.size();
        }

        /** Pays the money back. */
        @CodeModeOperation(effect = Effect.WRITE)
        public void refund(String id) {
            throw new OperationFailedException(
                    "The bank broke the connection off.", Retry.UNKNOWN, OptionalInt.of(502), null);
        }

        /** Moves an order to the archive. */
        @CodeModeOperation(effect = Effect.WRITE)
        public void archive(String id) {
            throw new IllegalStateException("password=s3cret");
        }

        /** Takes a tenth off. */
        @CodeModeOperation(effect = Effect.WRITE)
        public void discount(String id) {}

        /** Prints the invoice, and returns it. */
        @CodeModeOperation(effect = Effect.WRITE)
        public String print(String id) {
            return export();
        }

        /** Forgets an order. */
        @CodeModeOperation(effect = Effect.DESTRUCTIVE)
        public void erase(String id) {}

        /** Writes all orders as one text. */
        @CodeModeOperation(effect = Effect.READ)
        public String export() {
            return "o".repeat(2_000);
        }

        /** Counts the books in stock. */
        @CodeModeOperation(effect = Effect.READ)
        public int stock() {
            return 1;
        }
    }

    /** Copies of a book. */
    public record Line(String sku, int copies) {}
}
