package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import dev.codemode.catalog.Service;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks plain JSON values against schemas, without coercion. Each problem names the place as a JSON path. Immutable and
 * thread-safe.
 */
public final class SchemaValidator {
    private static final int MAX_PROBLEMS = 5;
    private static final int MAX_DEPTH = 128;

    private final Service service;

    /** Creates a validator for the schemas of one service. */
    public SchemaValidator(Service service) {
        this.service = Objects.requireNonNull(service, "service");
    }

    /** Returns what is wrong with the value, at most {@value #MAX_PROBLEMS} sentences; empty if nothing is. */
    public List<String> validate(Schema schema, @Nullable Object value) {
        List<String> problems = new ArrayList<>();
        new Check("$", "the argument", value, problems, 0, false).run(schema);
        return problems.size() > MAX_PROBLEMS ? problems.subList(0, MAX_PROBLEMS) : problems;
    }

    /** The check of one value at one place. */
    private final class Check implements SchemaCases<Boolean> {
        private final String path;
        private final String subject;
        private final @Nullable Object value;
        private final List<String> problems;
        private final int depth;
        private final boolean open;

        Check(String path, String subject, @Nullable Object value, List<String> problems, int depth, boolean open) {
            this.path = path;
            this.subject = subject;
            this.value = value;
            this.problems = problems;
            this.depth = depth;
            this.open = open;
        }

        boolean run(Schema schema) {
            if (problems.size() >= MAX_PROBLEMS) {
                return false;
            }
            return depth > MAX_DEPTH ? refuse("must not nest so deeply") : schema.match(this);
        }

        private boolean expect(boolean holds, Schema schema) {
            return holds || refuse("must be " + SchemaWords.describe(schema, service));
        }

        private boolean refuse(String demand) {
            problems.add(subject + " " + demand + ", but was " + SchemaWords.show(value) + " (at " + path + ")");
            return false;
        }

        @Override
        public Boolean ofNull(Schema.NullSchema schema) {
            return expect(value == null, schema);
        }

        @Override
        public Boolean ofBoolean(Schema.BooleanSchema schema) {
            return expect(value instanceof Boolean, schema);
        }

        @Override
        public Boolean ofNumber(Schema.NumberSchema schema) {
            return expect(value instanceof Number number && NumberCheck.accepts(schema, number), schema);
        }

        @Override
        public Boolean ofString(Schema.StringSchema schema) {
            if (!(value instanceof String text)) {
                return expect(false, schema);
            }
            Integer least = schema.minLength();
            Integer most = schema.maxLength();
            int length = least == null && most == null ? 0 : text.codePointCount(0, text.length());
            if ((least != null && length < least) || (most != null && length > most)) {
                return expect(false, schema);
            }
            String pattern = schema.pattern();
            if (pattern == null) {
                return true;
            }
            return switch (PatternCheck.check(pattern, text)) {
                case MATCHES -> true;
                case DIFFERS -> expect(false, schema);
                case TOO_COSTLY -> refuse("takes too long to compare with the pattern " + pattern);
            };
        }

        @Override
        public Boolean ofConstant(Schema.ConstantSchema schema) {
            return expect(schema.values().stream().anyMatch(constant -> same(constant, value)), schema);
        }

        @Override
        public Boolean ofArray(Schema.ArraySchema schema) {
            if (!(value instanceof List<?> list)) {
                return expect(false, schema);
            }
            Integer least = schema.minItems();
            Integer most = schema.maxItems();
            if ((least != null && list.size() < least) || (most != null && list.size() > most)) {
                problems.add(subject + " must have " + SchemaWords.count(least, most, "item") + ", but has "
                        + list.size() + " (at " + path + ")");
                return false;
            }
            boolean valid = true;
            for (int i = 0; i < list.size(); i++) {
                valid &= item(i, list.get(i)).run(schema.items());
            }
            return valid;
        }

        @Override
        public Boolean ofTuple(Schema.TupleSchema schema) {
            if (!(value instanceof List<?> list)
                    || list.size() != schema.items().size()) {
                return expect(false, schema);
            }
            boolean valid = true;
            for (int i = 0; i < list.size(); i++) {
                valid &= item(i, list.get(i)).run(schema.items().get(i));
            }
            return valid;
        }

        private Check item(int index, @Nullable Object item) {
            String place = path + "[" + index + "]";
            return new Check(place, quoted(place), item, problems, depth + 1, false);
        }

        @Override
        public Boolean ofObject(Schema.ObjectSchema schema) {
            return value instanceof Map<?, ?> map
                    ? new ObjectCheck(path, subject, map, problems, open, service).run(schema, this::property)
                    : expect(false, schema);
        }

        private boolean property(String place, @Nullable Object item, Schema schema) {
            return new Check(place, quoted(place), item, problems, depth + 1, false).run(schema);
        }

        @Override
        public Boolean ofUnion(Schema.UnionSchema schema) {
            List<List<String>> found = new ArrayList<>();
            for (Schema option : schema.options()) {
                List<String> ofOption = new ArrayList<>();
                if (new Check(path, subject, value, ofOption, depth + 1, open).run(option)) {
                    return true;
                }
                found.add(ofOption);
            }
            int meant = UnionChoice.meant(schema, value, service);
            if (meant >= 0) {
                problems.addAll(found.get(meant));
                return false;
            }
            Optional<Schema.ObjectSchema> kinds =
                    value instanceof Map ? UnionChoice.kinds(schema, service) : Optional.empty();
            return kinds.map(this::ofObject).orElseGet(() -> expect(false, schema));
        }

        @Override
        public Boolean ofIntersection(Schema.IntersectionSchema schema) {
            boolean valid = true;
            for (Schema part : schema.parts()) {
                valid &= new Check(path, subject, value, problems, depth + 1, true).run(part);
            }
            return valid;
        }

        @Override
        public Boolean ofReference(Schema.ReferenceSchema schema) {
            return new Check(path, subject, value, problems, depth + 1, open).run(service.resolve(schema));
        }

        @Override
        public Boolean ofUnknown(Schema.UnknownSchema schema) {
            return true;
        }

        @Override
        public Boolean ofNever(Schema.NeverSchema schema) {
            return refuse("must be left out");
        }
    }

    /** Returns the place as the subject of a sentence: {@code 'lines[0].count'}. */
    static String quoted(String place) {
        return "'" + place.substring(place.startsWith("$.") ? 2 : 1) + "'";
    }

    static boolean same(Object constant, @Nullable Object value) {
        if (constant instanceof Number a && value instanceof Number b) {
            return decimal(a).compareTo(decimal(b)) == 0;
        }
        return constant.equals(value);
    }

    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double || number instanceof Float
                ? new BigDecimal(number.toString())
                : BigDecimal.valueOf(number.longValue());
    }
}
