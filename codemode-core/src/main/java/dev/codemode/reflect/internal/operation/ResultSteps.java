package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.OperationName;
import dev.codemode.internal.words.Counted;
import dev.codemode.reflect.internal.mapping.Optionals;
import dev.codemode.source.OperationFailedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Awaits, unwraps and collects what a method returned. Immutable and thread-safe. */
final class ResultSteps {
    private final OperationName name;
    private final int maxElements;

    ResultSteps(OperationName name, int maxElements) {
        this.name = name;
        this.maxElements = maxElements;
    }

    @Nullable Object apply(List<ResultShape.Step> steps, @Nullable Object returned) throws Exception {
        Object value = returned;
        for (ResultShape.Step step : steps) {
            if (value == null) {
                return null;
            }
            value = switch (step) {
                case AWAIT -> await(value);
                case BODY -> Wrappers.body(value, name);
                case MONO -> Wrappers.future(value);
                case FLUX -> Wrappers.futureList(value, maxElements);
                case UNWRAP -> Optionals.unwrap(value);
                case COLLECT -> collect(value);
            };
        }
        return value;
    }

    /** Waits for the future; an interrupt of the waiting thread cancels it. */
    private static @Nullable Object await(Object value) throws Exception {
        Future<?> future = value instanceof CompletionStage<?> stage ? future(stage) : (Future<?>) value;
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Returns the stage's future, which cancels it; not every stage has one. */
    private static CompletableFuture<?> future(CompletionStage<?> stage) {
        try {
            return stage.toCompletableFuture();
        } catch (UnsupportedOperationException e) {
            return observe(stage);
        }
    }

    private static CompletableFuture<?> observe(CompletionStage<?> stage) {
        CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                future.complete(value);
            } else {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    private List<@Nullable Object> collect(Object value) throws Exception {
        try {
            List<@Nullable Object> elements = new ArrayList<>();
            Iterator<?> iterator = iterator(value);
            while (iterator.hasNext()) {
                if (elements.size() == maxElements) {
                    throw new OperationFailedException(
                            name + ": the result has more than " + Counted.of(maxElements, "element")
                                    + ". Ask for fewer, for instance with a filter or a limit.");
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                elements.add(iterator.next());
            }
            return elements;
        } finally {
            if (value instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    private static Iterator<?> iterator(Object value) {
        if (value instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        }
        return value instanceof Iterable<?> iterable ? iterable.iterator() : (Iterator<?>) value;
    }
}
