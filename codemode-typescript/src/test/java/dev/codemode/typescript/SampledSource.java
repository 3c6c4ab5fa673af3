package dev.codemode.typescript;

import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import dev.codemode.catalog.Service;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A source whose operations return what their schemas say: lists of two, short words, every property. */
public record SampledSource(ServiceSource source) implements ServiceSource {
    private static final int MAX_DEPTH = 5;

    @Override
    public SourceSnapshot load() {
        SourceSnapshot snapshot = source.load();
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
        for (Service service : snapshot.services()) {
            service.operations()
                    .values()
                    .forEach(operation -> handlers.put(
                            operation.name(), call -> operation.output().match(new Sample(service, 0))));
        }
        return new SourceSnapshot(snapshot.services(), handlers, snapshot.issues());
    }

    @Override
    public void onChange(Runnable listener) {}

    @Override
    public void close() {
        source.close();
    }

    /** A value of a schema. */
    private record Sample(Service service, int depth) implements SchemaCases<Object> {
        private Object of(Schema schema) {
            return schema.match(new Sample(service, depth + 1));
        }

        @Override
        public Object ofNull(Schema.NullSchema schema) {
            return null;
        }

        @Override
        public Object ofBoolean(Schema.BooleanSchema schema) {
            return true;
        }

        @Override
        public Object ofNumber(Schema.NumberSchema schema) {
            return schema.minimum() == null ? 1 : schema.minimum().value().intValue() + 1;
        }

        @Override
        public Object ofString(Schema.StringSchema schema) {
            return switch (String.valueOf(schema.format())) {
                case "date" -> "2026-01-31";
                case "date-time" -> "2026-01-31T08:30:00Z";
                case "uri" -> "https://example.org/a";
                case "email" -> "ada@example.org";
                default -> "word";
            };
        }

        @Override
        public Object ofConstant(Schema.ConstantSchema schema) {
            return schema.values().get(0);
        }

        @Override
        public Object ofArray(Schema.ArraySchema schema) {
            return depth > MAX_DEPTH
                    ? List.of()
                    : Stream.of(1, 2).map(i -> of(schema.items())).toList();
        }

        @Override
        public Object ofTuple(Schema.TupleSchema schema) {
            return schema.items().stream().map(this::of).toList();
        }

        @Override
        public Object ofObject(Schema.ObjectSchema schema) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (Schema.Property property : schema.properties()) {
                if (property.required() || depth <= MAX_DEPTH) {
                    object.put(property.name(), of(property.schema()));
                }
            }
            if (object.isEmpty() && !(schema.additional() instanceof Schema.NeverSchema) && !schema.closed()) {
                object.put("alpha", of(schema.additional()));
                object.put("beta", of(schema.additional()));
            }
            return object;
        }

        @Override
        public Object ofUnion(Schema.UnionSchema schema) {
            List<Schema> options = new ArrayList<>(schema.options());
            options.removeIf(option -> option instanceof Schema.NullSchema);
            return options.isEmpty() || depth > MAX_DEPTH + 1
                    ? of(schema.options().get(schema.options().size() - 1))
                    : of(options.get(0));
        }

        @Override
        public Object ofIntersection(Schema.IntersectionSchema schema) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (Schema part : schema.parts()) {
                if (of(part) instanceof Map<?, ?> fields) {
                    fields.forEach((name, value) -> object.put((String) name, value));
                }
            }
            return object;
        }

        @Override
        public Object ofReference(Schema.ReferenceSchema schema) {
            return of(service.resolve(schema));
        }

        @Override
        public Object ofUnknown(Schema.UnknownSchema schema) {
            return "anything";
        }

        @Override
        public Object ofNever(Schema.NeverSchema schema) {
            return null;
        }
    }
}
