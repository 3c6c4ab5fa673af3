package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.use.TypeUse;
import dev.codemode.reflect.internal.use.Usage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a return value becomes a result. Immutable and thread-safe.
 *
 * @param steps the steps that the value goes through, in order
 * @param written the type used to write the last value; null if the result is always null
 * @param schema the schema of the result
 */
record ResultShape(List<Step> steps, @Nullable MappedType written, Schema schema) {
    /** One step that a value goes through. */
    enum Step {
        /** Waits for a future. */
        AWAIT,
        /** Takes the body of a Spring entity. */
        BODY,
        /** Turns a single value of Reactor into a future. */
        MONO,
        /** Turns several values of Reactor into a future list. */
        FLUX,
        /** Takes the content of an optional. */
        UNWRAP,
        /** Collects a stream or iterator into a list. */
        COLLECT
    }

    static ResultShape of(MappedType returned, Reading reading, Usage usage) {
        JsonMapping mapping = reading.mapping();
        List<Step> steps = new ArrayList<>();
        boolean nullable = false;
        MappedType type = returned;
        while (true) {
            nullable |= type.nullable();
            Optional<MappedType> optional = mapping.optionalContent(type);
            Class<?> raw = type.raw();
            Optional<Class<?>> entity = Wrappers.find(raw, Wrappers.ENTITY);
            Optional<Class<?>> mono = Wrappers.find(raw, Wrappers.MONO);
            Optional<Class<?>> flux = Wrappers.find(raw, Wrappers.FLUX);
            if (raw == void.class || raw == Void.class) {
                return new ResultShape(steps, null, Schema.nothing());
            }
            if (CompletionStage.class.isAssignableFrom(raw) || Future.class.isAssignableFrom(raw)) {
                steps.add(Step.AWAIT);
                type = mapping.argument(
                        type, CompletionStage.class.isAssignableFrom(raw) ? CompletionStage.class : Future.class);
            } else if (entity.isPresent() || mono.isPresent()) {
                steps.addAll(entity.isPresent() ? List.of(Step.BODY) : List.of(Step.MONO, Step.AWAIT));
                nullable |= mono.isPresent();
                type = mapping.argument(type, entity.or(() -> mono).get());
            } else if (flux.isPresent()) {
                steps.addAll(List.of(Step.FLUX, Step.AWAIT, Step.COLLECT));
                type = mapping.listOf(mapping.argument(type, flux.get()));
                break;
            } else if (optional.isPresent()) {
                steps.add(Step.UNWRAP);
                nullable = true;
                type = optional.get();
            } else {
                break;
            }
        }
        MappedType written = collected(type, steps, mapping);
        Schema schema = reading.schemas().output(written, usage);
        return new ResultShape(List.copyOf(steps), written, nullable ? Schema.nullable(schema) : schema);
    }

    private static MappedType collected(MappedType type, List<Step> steps, JsonMapping mapping) {
        MappedType elements = elements(type, mapping);
        if (elements == null) {
            return type;
        }
        steps.add(Step.COLLECT);
        return mapping.listOf(elements);
    }

    /** Returns the type of the elements to collect, or null if the mapper writes the value itself. */
    private static @Nullable MappedType elements(MappedType type, JsonMapping mapping) {
        Class<?> raw = type.raw();
        if (IntStream.class.isAssignableFrom(raw)) {
            return plain(int.class, mapping);
        }
        if (LongStream.class.isAssignableFrom(raw)) {
            return plain(long.class, mapping);
        }
        if (DoubleStream.class.isAssignableFrom(raw)) {
            return plain(double.class, mapping);
        }
        if (Stream.class.isAssignableFrom(raw)) {
            return mapping.argument(type, Stream.class);
        }
        if (Iterator.class.isAssignableFrom(raw)) {
            return mapping.argument(type, Iterator.class);
        }
        return raw == Iterable.class ? mapping.argument(type, Iterable.class) : null;
    }

    private static MappedType plain(Class<?> type, JsonMapping mapping) {
        return mapping.type(type, TypeUse.PLAIN, Object.class, Object.class);
    }
}
