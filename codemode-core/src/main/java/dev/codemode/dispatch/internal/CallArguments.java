package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.internal.words.Utf8;
import dev.codemode.internal.words.Visible;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.Limits;
import dev.codemode.validation.internal.SchemaWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a script passes to a call. */
final class CallArguments {
    private static final System.Logger LOG = System.getLogger("dev.codemode.dispatch");

    /** The values of the arguments, and the arrays and objects around them. */
    private static final int MAX_VALUES = 101_000;

    /** The most parameters that an error names. */
    private static final int MAX_NAMED = 20;

    private CallArguments() {}

    /**
     * Returns the one object of arguments that an operation takes.
     *
     * @throws CallSteps.FailedCall if the call passes something else
     */
    static Map<String, @Nullable Object> object(HostCall call, CallTarget target, Limits limits)
            throws CallSteps.FailedCall {
        List<?> positional = positional(call, limits);
        if (positional.isEmpty()) {
            return Map.of();
        }
        if (positional.size() == 1 && positional.get(0) instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
            object.forEach((name, value) -> arguments.put((String) name, value));
            return arguments;
        }
        List<Schema.Property> parameters = target.service().parameters(target.operation());
        String names = parameters.stream()
                .limit(MAX_NAMED)
                .map(property -> Visible.name(property.name()) + (property.required() ? "" : "?"))
                .collect(Collectors.joining(", "));
        String found = positional.size() == 1 ? SchemaWords.show(positional.get(0)) : positional.size() + " arguments";
        String form = names.isEmpty()
                ? "takes no arguments"
                : "takes one object: { " + names + (parameters.size() > MAX_NAMED ? ", …" : "") + " }";
        throw new CallSteps.FailedCall(
                CallFailure.refused(call, "invalid_arguments", form + ", but was called with " + found + "."));
    }

    /**
     * Returns the arguments as they were passed.
     *
     * @throws CallSteps.FailedCall if they are too large, or not valid JSON
     */
    static List<?> positional(HostCall call, Limits limits) throws CallSteps.FailedCall {
        int maxBytes = limits.maxArgumentBytes();
        String json = call.argumentsJson();
        if (!Utf8.fits(json, maxBytes)) {
            throw new CallSteps.FailedCall(CallFailure.refused(
                    call,
                    "arguments_too_large",
                    "the arguments are larger than " + maxBytes + " bytes (limit: maxArgumentBytes)."));
        }
        try {
            if (Json.read(json, MAX_VALUES) instanceof List<?> list) {
                return list;
            }
        } catch (NotJsonException e) {
            LOG.log(System.Logger.Level.DEBUG, "Arguments of {0}: {1}", call.operation(), e.getMessage());
        }
        throw new CallSteps.FailedCall(CallFailure.refused(
                call, "invalid_arguments", "the arguments are not valid JSON, or contain more than 100,000 values."));
    }
}
