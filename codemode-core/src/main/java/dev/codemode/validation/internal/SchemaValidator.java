package dev.codemode.validation.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import dev.codemode.catalog.Service;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks plain JSON values against schemas, without coercion. Each problem names its position as a JSON path. Immutable
 * and thread-safe.
 *
 * <p>Invariant: a check takes at most {@value Problems.Budget#MAX_CHECKS} steps and reads at most
 * {@value Problems.Budget#MAX_CHARACTERS} characters for patterns, whatever the schema and the value. Held by
 * {@code SchemaValidatorTest}.
 */
public final class SchemaValidator {
    private static final int MAX_DEPTH = 128;
    private static final String TOO_COSTLY =
            "the arguments take too long to check: pass less at once, and nest it less deeply";

    private final Service service;

    /** Creates a validator for the schemas of one service. */
    public SchemaValidator(Service service) {
        this.service = Objects.requireNonNull(service, "service");
    }

    /** Returns what is wrong with the value, in at most {@value Problems#MAX_NAMED} sentences; empty if nothing is. */
    public List<String> validate(Schema schema, @Nullable Object value) {
        Problems problems = Problems.none();
        try {
            new Check(Place.ROOT, value, problems, 0, false, new Verdicts()).run(schema);
        } catch (Problems.SpentException e) {
            return List.of(TOO_COSTLY);
        }
        return problems.named();
    }

    /**
     * The result for each type at each value: a type that several parts or options share is checked once, and its
     * problems are reported once per position.
     */
    private static final class Verdicts {
        private final Map<@Nullable Object, Map<TypeAtValue, Boolean>> silent;
        private final Map<TypeAtValue, Boolean> said = new HashMap<>();

        Verdicts() {
            this(new IdentityHashMap<>());
        }

        private Verdicts(Map<@Nullable Object, Map<TypeAtValue, Boolean>> silent) {
            this.silent = silent;
        }

        Verdicts elsewhere() {
            return new Verdicts(silent);
        }

        @Nullable Boolean known(@Nullable Object value, Schema.ReferenceSchema type, boolean open, boolean named) {
            return verdicts(value, named).get(new TypeAtValue(type.type(), open));
        }

        void put(@Nullable Object value, Schema.ReferenceSchema type, boolean open, boolean named, boolean valid) {
            verdicts(value, named).put(new TypeAtValue(type.type(), open), valid);
        }

        private Map<TypeAtValue, Boolean> verdicts(@Nullable Object value, boolean named) {
            return named ? said : silent.computeIfAbsent(value, key -> new HashMap<>());
        }
    }

    private record TypeAtValue(String type, boolean open) {}

    /** The check of one value at one position. */
    private final class Check implements SchemaCases<Boolean>, ObjectCheck.PropertyCheck {
        private final Place place;
        private final @Nullable Object value;
        private final Problems problems;
        private final int depth;
        private final boolean open;

        private final Verdicts verdicts;

        Check(Place place, @Nullable Object value, Problems problems, int depth, boolean open, Verdicts verdicts) {
            this.place = place;
            this.value = value;
            this.problems = problems;
            this.depth = depth;
            this.open = open;
            this.verdicts = verdicts;
        }

        boolean run(Schema schema) {
            problems.budget().check();
            if (problems.full()) {
                return false;
            }
            return depth > MAX_DEPTH ? refuse(() -> "must not nest so deeply") : schema.match(this);
        }

        private boolean expect(boolean holds, Schema schema) {
            return holds || refuse(() -> "must be " + SchemaWords.describe(schema, service));
        }

        private boolean refuse(Supplier<String> demand) {
            return problems.add(() -> place.subject() + " " + demand.get() + ", but was " + SchemaWords.show(value)
                    + " (at " + place.path() + ")");
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
            return switch (PatternCheck.check(pattern, text, problems.budget())) {
                case MATCHES -> true;
                case DIFFERS -> expect(false, schema);
                case TOO_COSTLY -> refuse(() -> "takes too long to compare with the pattern " + pattern);
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
                return problems.add(() -> place.subject() + " must have " + SchemaWords.count(least, most, "item")
                        + ", but has " + list.size() + " (at " + place.path() + ")");
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
            return new Check(place.item(index), item, problems, depth + 1, false, verdicts.elsewhere());
        }

        @Override
        public Boolean ofObject(Schema.ObjectSchema schema) {
            return value instanceof Map<?, ?> map
                    ? new ObjectCheck(place, map, problems, open, service).run(schema, this)
                    : expect(false, schema);
        }

        @Override
        public boolean run(Place at, @Nullable Object item, Schema schema) {
            return new Check(at, item, problems, depth + 1, false, verdicts.elsewhere()).run(schema);
        }

        @Override
        public boolean takesNull(Schema schema) {
            return new Check(place, null, problems.unnamed(), depth + 1, false, verdicts.elsewhere()).run(schema);
        }

        private Check sameValue(Problems found, boolean openToMore) {
            return new Check(place, value, found, depth + 1, openToMore, verdicts);
        }

        @Override
        public Boolean ofUnion(Schema.UnionSchema schema) {
            UnionChoice choice = new UnionChoice(schema, value, service, problems.budget());
            Optional<Schema> named = choice.named();
            if (named.isPresent()) {
                return sameValue(problems, open).run(named.get());
            }
            for (Schema option : schema.options()) {
                if (sameValue(problems.unnamed(), open).run(option)) {
                    return true;
                }
            }
            // The intended option is needed only for a sentence; looking for it at each level would double the work
            // each time.
            return problems.isNamed() ? refuse(schema, choice) : problems.add(() -> "");
        }

        private boolean refuse(Schema.UnionSchema schema, UnionChoice choice) {
            int meant = choice.meant();
            if (meant >= 0) {
                return sameValue(problems, open).run(schema.options().get(meant));
            }
            return choice.kinds().map(this::ofObject).orElseGet(() -> expect(false, schema));
        }

        @Override
        public Boolean ofIntersection(Schema.IntersectionSchema schema) {
            boolean valid = true;
            for (Schema part : schema.parts()) {
                valid &= sameValue(problems, true).run(part);
            }
            return valid;
        }

        @Override
        public Boolean ofReference(Schema.ReferenceSchema schema) {
            Boolean known = verdicts.known(value, schema, open, problems.isNamed());
            if (known != null) {
                // Its problems have already been reported, if they should be.
                return (known || problems.isNamed()) ? known : problems.add(() -> "");
            }
            boolean valid = sameValue(problems, open).run(service.resolve(schema));
            verdicts.put(value, schema, open, problems.isNamed(), valid);
            return valid;
        }

        @Override
        public Boolean ofUnknown(Schema.UnknownSchema schema) {
            return true;
        }

        @Override
        public Boolean ofNever(Schema.NeverSchema schema) {
            return refuse(() -> "must be left out");
        }
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
