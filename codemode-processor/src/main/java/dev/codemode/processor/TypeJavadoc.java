package dev.codemode.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The Javadoc of one class as the resource that core's {@code JavadocResources} reads. */
final class TypeJavadoc {
    private final ProcessingEnvironment environment;
    private final TypeElement type;

    TypeJavadoc(ProcessingEnvironment environment, TypeElement type) {
        this.environment = environment;
        this.type = type;
    }

    /** Returns the resource's text; empty if there is nothing to say. */
    String json(boolean withMethods) {
        DocComment comment = comment(type);
        Map<String, Object> methods = withMethods ? methods() : Map.of();
        Map<String, Object> members = members(comment);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", comment.text());
        json.put("deprecated", comment.deprecated());
        json.put("members", members);
        json.put("methods", methods);
        boolean empty =
                comment.text().isEmpty() && comment.deprecated().isEmpty() && members.isEmpty() && methods.isEmpty();
        return empty ? "" : JsonText.of(json);
    }

    private DocComment comment(Element element) {
        return DocComment.of(environment.getElementUtils().getDocComment(element));
    }

    /** Fields, constants and components are keyed by name, accessors by the property that they read. */
    private Map<String, Object> members(DocComment ofType) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordComponentElement component : ElementFilter.recordComponentsIn(type.getEnclosedElements())) {
            String name = component.getSimpleName().toString();
            put(members, name, ofType.parameters().getOrDefault(name, ""));
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            put(members, field.getSimpleName().toString(), comment(field).text());
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getParameters().isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
                DocComment comment = comment(method);
                put(
                        members,
                        property(method.getSimpleName().toString()),
                        comment.text().isEmpty() ? comment.returns() : comment.text());
            }
        }
        return members;
    }

    private static void put(Map<String, Object> members, String name, String text) {
        if (!text.isEmpty()) {
            members.putIfAbsent(name, text);
        }
    }

    private static String property(String accessor) {
        for (String prefix : List.of("get", "is")) {
            int start = prefix.length();
            if (accessor.startsWith(prefix)
                    && accessor.length() > start
                    && Character.isUpperCase(accessor.charAt(start))) {
                boolean acronym = accessor.length() > start + 1 && Character.isUpperCase(accessor.charAt(start + 1));
                String rest = accessor.substring(start);
                return acronym ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
            }
        }
        return accessor;
    }

    private Map<String, Object> methods() {
        Map<String, Object> methods = new LinkedHashMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            boolean open = method.getModifiers().contains(Modifier.PUBLIC);
            if (open && (hasNames(method) || environment.getElementUtils().getDocComment(method) != null)) {
                methods.put(key(method), method(method));
            }
        }
        return methods;
    }

    /** Class files have made-up names ({@code arg0}) unless their compiler kept the real ones. */
    private static boolean hasNames(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .noneMatch(name -> name.matches("arg\\d+"));
    }

    private Map<String, Object> method(ExecutableElement method) {
        DocComment comment = comment(method);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", comment.text());
        json.put("deprecated", comment.deprecated());
        json.put(
                "parameters",
                method.getParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .map(name -> parameter(name, comment.parameters().getOrDefault(name, "")))
                        .toList());
        json.put("returns", comment.returns());
        return json;
    }

    private static Map<String, Object> parameter(String name, String text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("text", text);
        return json;
    }

    private String key(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> typeKey(environment.getTypeUtils().erasure(parameter.asType())))
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    private String typeKey(TypeMirror erased) {
        if (erased instanceof ArrayType array) {
            return typeKey(environment.getTypeUtils().erasure(array.getComponentType())) + "[]";
        }
        return environment.getTypeUtils().asElement(erased) instanceof TypeElement element
                ? environment.getElementUtils().getBinaryName(element).toString()
                : erased.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }
}
