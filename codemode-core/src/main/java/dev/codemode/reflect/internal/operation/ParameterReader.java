package dev.codemode.reflect.internal.operation;

import dev.codemode.annotation.CodeModeParam;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.json.Json;
import dev.codemode.reflect.internal.docs.DocText;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.use.Constraints;
import dev.codemode.reflect.internal.use.Usage;
import dev.codemode.source.OperationCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a method's parameters into the one object that scripts pass: keyed by the parameters' names, or, if a bean is
 * the only parameter, that bean itself. Confined to one thread at a time.
 */
final class ParameterReader {
    private final OperationMethod method;
    private final JavadocResources.MethodText text;
    private final Reading reading;

    /** The schema of the object, and what fills each parameter. */
    record Input(Schema schema, List<Argument> arguments) {}

    ParameterReader(OperationMethod method, JavadocResources.MethodText text, Reading reading) {
        this.method = method;
        this.text = text;
        this.reading = reading;
    }

    Input read() {
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < method.annotated().getParameterCount(); i++) {
            if (injected(i) == null) {
                own.add(i);
            }
        }
        Schema whole = own.size() == 1 ? wholeObject(own.get(0)) : null;
        return whole == null ? keyed() : whole(whole);
    }

    private @Nullable Argument injected(int index) {
        Class<?> type = method.annotated().getParameterTypes()[index];
        if (type == Caller.class) {
            return Argument.caller();
        }
        return type == OperationCall.class ? Argument.call() : null;
    }

    private Input whole(Schema schema) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < method.annotated().getParameterCount(); i++) {
            Argument injected = injected(i);
            arguments.add(injected == null ? Argument.whole(method.parameterType(i, reading.mapping())) : injected);
        }
        return new Input(schema, arguments);
    }

    /** Returns the schema of a parameter that is the object itself, or null if it has its own key. */
    private @Nullable Schema wholeObject(int index) {
        MappedType type = method.parameterType(index, reading.mapping());
        CodeModeParam annotation = method.parameterAnnotation(index);
        boolean named = annotation != null
                && (!annotation.name().isEmpty() || !annotation.defaultValue().equals(CodeModeParam.NO_DEFAULT));
        if (named || !type.isBean()) {
            return null;
        }
        String name = method.parameterName(index);
        Usage usage = usage(name == null ? "parameter " + (index + 1) : "parameter '" + name + "'");
        Schema schema = reading.schemas().input(type, usage);
        boolean object = schema instanceof Schema.ReferenceSchema
                && reading.schemas().resolve(schema) instanceof Schema.ObjectSchema;
        return object ? schema : null;
    }

    private Input keyed() {
        List<Argument> arguments = new ArrayList<>();
        List<Schema.Property> properties = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < method.annotated().getParameterCount(); i++) {
            Argument injected = injected(i);
            if (injected != null) {
                arguments.add(injected);
                continue;
            }
            String name = name(i);
            if (name == null) {
                continue;
            }
            if (!names.add(name)) {
                reading.error(method, "Two parameters are named '" + name + "'. Rename one of them.");
            }
            properties.add(property(i, name, arguments));
        }
        return new Input(Schema.object(properties), arguments);
    }

    private Schema.Property property(int index, String name, List<Argument> arguments) {
        MappedType declared = method.parameterType(index, reading.mapping());
        Usage usage = usage("parameter '" + name + "'");
        MappedType content = reading.mapping().optionalContent(declared).orElse(declared);
        boolean optional = reading.mapping().optionalContent(declared).isPresent();
        Schema schema = reading.schemas().input(content, usage);
        DefaultValue fallback = defaultValue(index, content, schema, name);
        arguments.add(Argument.named(name, content, optional ? declared.raw() : null, fallback));
        boolean required = !optional && !declared.nullable() && fallback == null;
        Docs docs = docs(index, name, declared, schema);
        return new Schema.Property(
                name,
                optional ? Schema.nullable(schema) : schema,
                required,
                fallback == null ? docs : docs.withDefault(Json.write(fallback.plain())));
    }

    private Docs docs(int index, String name, MappedType type, Schema schema) {
        CodeModeParam annotation = method.parameterAnnotation(index);
        String described = annotation == null ? "" : annotation.description();
        String prose = described.isBlank() ? javadoc(index, name) : DocText.clean(described);
        String more = String.join(" ", Constraints.of(type.use()).sentences(schema));
        return Docs.of(prose.isEmpty() || more.isEmpty() ? prose + more : prose + "\n" + more);
    }

    private String javadoc(int index, String name) {
        String source = index < text.names().size() ? text.names().get(index) : name;
        return text.parameters().getOrDefault(source, "");
    }

    private @Nullable DefaultValue defaultValue(int index, MappedType type, Schema schema, String name) {
        CodeModeParam annotation = method.parameterAnnotation(index);
        if (annotation == null || annotation.defaultValue().equals(CodeModeParam.NO_DEFAULT)) {
            return null;
        }
        DefaultValue found = DefaultValue.of(
                annotation.defaultValue(), type, reading.schemas().resolve(schema), reading.mapping());
        if (found == null) {
            reading.error(
                    method,
                    "parameter '" + name + "' has the default \"" + annotation.defaultValue()
                            + "\", which cannot be read as " + type.words()
                            + ". Write the default as JSON text of that type.");
        }
        return found;
    }

    private @Nullable String name(int index) {
        CodeModeParam annotation = method.parameterAnnotation(index);
        if (annotation != null && !annotation.name().isEmpty()) {
            return annotation.name();
        }
        String kept = method.parameterName(index);
        if (kept != null) {
            return kept;
        }
        if (text.names().size() == method.annotated().getParameterCount()) {
            return text.names().get(index);
        }
        reading.error(
                method,
                "The names of its parameters are not in the class file. Compile with javac's -parameters, or build with"
                        + " codemode-processor, or give each @CodeModeParam(name = \"...\").");
        return null;
    }

    private Usage usage(String subject) {
        return Usage.of(method.location(), subject);
    }
}
