package dev.codemode.reflect;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.internal.options.OptionChecks;
import dev.codemode.reflect.internal.jackson.JacksonMapping;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.operation.BeanClass;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Beans with {@link dev.codemode.annotation.CodeModeService} as a source of services. Types become schemas as the JSON
 * mapper writes and reads them. Mistakes in the beans are found when the source is built, and reported by
 * {@link #load}.
 *
 * <p>A reference type may be null only where an annotation named {@code Nullable}, of any package, or an
 * {@code Optional} says so. Unless the host sets a mapper, the built-in one is used: strict on input, ISO 8601 for
 * times, sealed types told apart by a property {@code type}, and declared types, not run-time classes, on output.
 * Proxied beans are called through their proxy. Thread-safe.
 *
 * @since 0.1
 */
public final class AnnotatedServices implements ServiceSource {
    /** How many elements of a stream or iterator a result may hold, unless the builder sets another number. */
    public static final int DEFAULT_MAX_ELEMENTS = 10_000;

    private final SourceSnapshot snapshot;
    private final AtomicBoolean closed;

    private AnnotatedServices(SourceSnapshot snapshot, AtomicBoolean closed) {
        this.snapshot = snapshot;
        this.closed = closed;
    }

    /** Returns a source of the beans' annotated methods, with the built-in mapper. */
    public static AnnotatedServices of(Object... beans) {
        Builder builder = builder();
        for (Object bean : beans) {
            builder.bean(bean);
        }
        return builder.build();
    }

    /**
     * Returns a source that describes annotated classes without instances of them, with the built-in mapper: for tools
     * that read operations and types. It is closed from the start, so its operations fail when called.
     */
    public static AnnotatedServices describing(Class<?>... classes) {
        BeanReader reader = new BeanReader(
                new Calling(JacksonMapping.strict(), call -> List.of(), DEFAULT_MAX_ELEMENTS, () -> true));
        return new AnnotatedServices(
                reader.readClasses(
                        Arrays.stream(classes).map(BeanClass::described).toList()),
                new AtomicBoolean(true));
    }

    /** Starts a source without beans. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public SourceSnapshot load() {
        return snapshot;
    }

    /** Ignores the listener: beans never change. */
    @Override
    public void onChange(Runnable listener) {
        Objects.requireNonNull(listener, "listener");
    }

    /** Makes further calls fail. The beans stay open: they belong to the host. */
    @Override
    public void close() {
        closed.set(true);
    }

    /**
     * Collects beans and options. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final List<Object> beans = new ArrayList<>();
        private @Nullable ObjectMapper mapper;
        private @Nullable ArgumentCheck check;
        private int maxElements = DEFAULT_MAX_ELEMENTS;

        private Builder() {}

        /** Adds a bean: an instance, which may be a proxy. Beans with the same service name form one service. */
        public Builder bean(Object bean) {
            beans.add(Objects.requireNonNull(bean, "bean"));
            return this;
        }

        /** Sets the mapper that binds arguments and writes results. It must not be configured further. */
        public Builder mapper(ObjectMapper mapper) {
            this.mapper = Objects.requireNonNull(mapper, "mapper");
            return this;
        }

        /** Sets what checks bound arguments before the method runs, such as {@link BeanValidation}. */
        public Builder check(ArgumentCheck check) {
            this.check = Objects.requireNonNull(check, "check");
            return this;
        }

        /**
         * Sets how many elements of a returned stream, iterator or iterable a result may hold.
         *
         * @throws IllegalArgumentException if the number is below 1
         */
        public Builder maxElements(int maxElements) {
            this.maxElements = OptionChecks.positive("maxElements", maxElements);
            return this;
        }

        /** Reads the beans. Mistakes in them are not thrown but reported by {@link AnnotatedServices#load}. */
        public AnnotatedServices build() {
            AtomicBoolean closed = new AtomicBoolean();
            JsonMapping mapping = mapper == null ? JacksonMapping.strict() : JacksonMapping.of(mapper);
            Calling calling = new Calling(mapping, check == null ? call -> List.of() : check, maxElements, closed::get);
            return new AnnotatedServices(new BeanReader(calling).read(beans), closed);
        }
    }
}
