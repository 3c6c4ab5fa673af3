package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.OperationName;
import dev.codemode.reflect.internal.mapping.BindingException;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.mapping.Optionals;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What fills one parameter of a method. Immutable and thread-safe. */
public sealed interface Argument {
    /** Returns the value for a call. */
    @Nullable Object value(OperationCall call, JsonMapping mapping);

    /** Returns the JSON path of the value in the script's arguments; empty for an injected one. */
    String path();

    static Argument caller() {
        return new Injected(false);
    }

    static Argument call() {
        return new Injected(true);
    }

    static Argument whole(MappedType type) {
        return new Whole(type);
    }

    static Argument named(String name, MappedType type, @Nullable Class<?> optional, @Nullable DefaultValue fallback) {
        return new Named(name, type, optional, fallback);
    }

    /** Returns what a script reads about a value at a path: {@code orders.find: 'limit' must be … (at $.limit)}. */
    static String sentence(OperationName operation, String path, String problem) {
        String subject = path.equals("$") ? "the argument" : "'" + path.replaceFirst("^\\$\\.?", "") + "'";
        return operation + ": " + subject + " " + problem + " (at " + path + ")";
    }

    /** Reads a plain value; a refusal reaches the script with its path. */
    private static @Nullable Object read(
            OperationCall call, JsonMapping mapping, @Nullable Object plain, MappedType type, String path) {
        try {
            return mapping.read(plain, type);
        } catch (BindingException e) {
            String where = path + e.path().substring(1);
            throw new OperationFailedException(
                    sentence(call.operation().name(), where, e.problem()),
                    OperationFailedException.Retry.NO,
                    OptionalInt.empty(),
                    e);
        }
    }

    /** The caller, or the call itself. */
    record Injected(boolean wholeCall) implements Argument {
        @Override
        public Object value(OperationCall call, JsonMapping mapping) {
            return wholeCall ? call : call.caller();
        }

        @Override
        public String path() {
            return "";
        }
    }

    /** The whole object that the script passes. */
    record Whole(MappedType type) implements Argument {
        @Override
        public @Nullable Object value(OperationCall call, JsonMapping mapping) {
            return read(call, mapping, call.arguments(), type, "$");
        }

        @Override
        public String path() {
            return "$";
        }
    }

    /** The value under the parameter's name. */
    record Named(
            String name,
            MappedType type,
            @Nullable Class<?> optional,
            @Nullable DefaultValue fallback) implements Argument {
        @Override
        public @Nullable Object value(OperationCall call, JsonMapping mapping) {
            Object plain = call.arguments().get(name);
            boolean given = call.arguments().containsKey(name);
            Object value = null;
            if (!given && fallback != null) {
                value = read(call, mapping, fallback.plain(), type, path());
            } else if (plain != null || (optional == null && !type.nullable())) {
                value = read(call, mapping, plain, type, path());
            }
            return optional == null ? value : Optionals.wrap(optional, value);
        }

        @Override
        public String path() {
            return "$." + name;
        }
    }
}
