package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.mapping.BindingException;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.mapping.TypeSchemas;
import dev.codemode.reflect.internal.use.TypeUse;
import dev.codemode.reflect.internal.use.Usage;
import dev.codemode.source.OperationFailedException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Beans are read and called through whatever mapping is given, Jackson's or another. */
final class OtherMappingTest {
    private final Loaded loaded =
            new Loaded(new BeanReader(new Calling(new Brackets(), call -> List.of(), 3, () -> false))
                    .read(List.of(new Shelves())));

    @Test
    void takesSchemasFromTheMapping() {
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.declarations()).isEqualTo("""
                declare namespace shelves {
                  function label(args: { shelf: string; copies?: string | null }): Promise<string>;

                  function later(): Promise<string>;

                  function numbers(): Promise<string>;
                }
                """);
    }

    @Test
    void bindsAndWritesWithTheMapping() throws Exception {
        assertThat(loaded.call("label", Map.of("shelf", "crime", "copies", "two")))
                .isEqualTo("<<crime> x <two>>");
        assertThat(loaded.call("label", Map.of("shelf", "crime"))).isEqualTo("<<crime>>");
    }

    @Test
    void awaitsAndCollectsResultsBeforeTheMappingWritesThem() throws Exception {
        assertThat(loaded.call("later", Map.of())).isEqualTo("<soon>");
        assertThat(loaded.call("numbers", Map.of())).isEqualTo("<[1, 2]>");
    }

    @Test
    void saysWhereTheMappingRefusesAValue() {
        assertThatThrownBy(() -> loaded.call("label", Map.of("shelf", 7)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("shelves.label: 'shelf' must be a text (at $.shelf)");
    }

    @CodeModeService(name = "shelves")
    static final class Shelves {
        @CodeModeOperation(effect = Effect.READ)
        public String label(String shelf, Optional<String> copies) {
            return shelf + copies.map(number -> " x " + number).orElse("");
        }

        @CodeModeOperation(effect = Effect.READ)
        public CompletableFuture<String> later() {
            return CompletableFuture.completedFuture("soon");
        }

        @CodeModeOperation(effect = Effect.READ)
        public IntStream numbers() {
            return IntStream.of(1, 2);
        }
    }

    /** A mapping of no library: every value is a text, which it binds and writes in angle brackets. */
    private static final class Brackets implements JsonMapping {
        private record BracketType(Type type, TypeUse use) implements MappedType {
            @Override
            public Class<?> raw() {
                return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
            }

            @Override
            public boolean isBean() {
                return false;
            }

            @Override
            public String words() {
                return "text";
            }
        }

        private static final class BracketSchemas implements TypeSchemas {
            @Override
            public Schema output(MappedType type, Usage usage) {
                return Schema.string();
            }

            @Override
            public Schema input(MappedType type, Usage usage) {
                return Schema.string();
            }

            @Override
            public Schema resolve(Schema schema) {
                return schema;
            }

            @Override
            public Named name(List<Schema> roots) {
                return new Named(List.of(), schema -> schema);
            }
        }

        @Override
        public TypeSchemas schemas(JavadocResources javadoc, Issues issues) {
            return new BracketSchemas();
        }

        @Override
        public MappedType type(Type type, TypeUse use, Class<?> bean, Class<?> declaring) {
            return new BracketType(type, use);
        }

        @Override
        public MappedType listOf(MappedType elements) {
            return new BracketType(List.class, TypeUse.PLAIN);
        }

        @Override
        public MappedType argument(MappedType type, Class<?> generic) {
            Type inner = ((ParameterizedType) ((BracketType) type).type()).getActualTypeArguments()[0];
            return new BracketType(inner, type.use().content());
        }

        @Override
        public Optional<MappedType> optionalContent(MappedType type) {
            return type.raw() == Optional.class ? Optional.of(argument(type, Optional.class)) : Optional.empty();
        }

        @Override
        public Object read(Object plain, MappedType type) throws BindingException {
            if (plain instanceof String text) {
                return "<" + text + ">";
            }
            throw new BindingException("$", "must be a text", null);
        }

        @Override
        public Object write(Object value, MappedType type) {
            return "<" + value + ">";
        }
    }
}
