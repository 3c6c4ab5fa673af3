package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.UnresolvedForwardReference;
import com.fasterxml.jackson.databind.deser.UnresolvedId;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.codemode.internal.json.JsonPath;
import dev.codemode.reflect.internal.mapping.BindingException;
import dev.codemode.reflect.internal.mapping.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Jackson says about a value that it refuses, in words for scripts. */
final class Refusals {
    private Refusals() {}

    /** Returns the refusal of a plain value, where the mapper found it. */
    static BindingException of(JsonMappingException e, @Nullable Object plain) {
        StringBuilder path = new StringBuilder("$");
        Object value = plain;
        boolean missing = false;
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            path.append(name == null ? "[" + step.getIndex() + "]" : JsonPath.property(name));
            missing = name != null && value instanceof Map<?, ?> map && !map.containsKey(name);
            value = step(value, name, step.getIndex());
        }
        return new BindingException(path.toString(), missing ? "is missing" : problem(e, value), e);
    }

    private static @Nullable Object step(@Nullable Object value, @Nullable String name, int index) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        return value instanceof List<?> list && index >= 0 && index < list.size() ? list.get(index) : null;
    }

    private static String problem(JsonMappingException e, @Nullable Object value) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a known property";
        }
        if (e instanceof ValueInstantiationException) {
            return "was refused";
        }
        if (e instanceof UnresolvedForwardReference unresolved) {
            return unresolved(unresolved);
        }
        Class<?> type = e instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        if (e.getCause() instanceof InputCoercionException coercion) {
            type = coercion.getTargetType();
        }
        String shown = value instanceof Map || value instanceof List ? "" : ", but was " + Expected.shown(value);
        return (type == null ? "does not have the expected form" : Expected.words(type)) + shown;
    }

    private static String unresolved(UnresolvedForwardReference e) {
        List<String> ids = new ArrayList<>();
        List<UnresolvedId> unresolved = e.getUnresolvedIds();
        if (unresolved == null) {
            ids.add(Expected.shown(e.getUnresolvedId()));
        } else {
            unresolved.forEach(id -> ids.add(Expected.shown(id.getId())));
        }
        return "has the id " + String.join(", ", ids.stream().distinct().toList())
                + " without the object that it stands for: give that object in full once";
    }
}
