package dev.codemode.reflect;

import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.reflect.internal.Issues;
import dev.codemode.reflect.internal.JavadocResources;
import dev.codemode.reflect.internal.JsonMapping;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Reads beans into services, and collects every mistake on the way. Confined to one thread at a time. */
final class BeanReader {
    private final JsonMapping mapping;
    private final ArgumentCheck check;
    private final int maxElements;
    private final BooleanSupplier closed;
    private final Issues issues = new Issues();
    private final JavadocResources javadoc = new JavadocResources();

    BeanReader(JsonMapping mapping, ArgumentCheck check, int maxElements, BooleanSupplier closed) {
        this.mapping = mapping;
        this.check = check;
        this.maxElements = maxElements;
        this.closed = closed;
    }

    SourceSnapshot read(List<Object> beans) {
        List<BeanClass> classes = new ArrayList<>();
        for (Object bean : beans) {
            if (bean instanceof Class<?> type) {
                issues.error(type.getSimpleName(), "A class was handed in, not a bean. Pass an instance of it.");
            } else {
                classes.add(BeanClass.of(bean));
            }
        }
        return readClasses(classes);
    }

    SourceSnapshot readClasses(List<BeanClass> classes) {
        Map<String, ServiceDraft> drafts = new LinkedHashMap<>();
        for (BeanClass beanClass : classes) {
            read(beanClass, drafts);
        }
        List<Service> services = new ArrayList<>();
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
        for (ServiceDraft draft : drafts.values()) {
            draft.finish().ifPresent(finished -> {
                services.add(finished.service());
                handlers.putAll(finished.handlers());
            });
        }
        return new SourceSnapshot(services, handlers, issues.all());
    }

    private void read(BeanClass beanClass, Map<String, ServiceDraft> drafts) {
        CodeModeService annotation = beanClass.find(CodeModeService.class);
        if (annotation == null) {
            issues.error(
                    beanClass.name(),
                    "The class has no @CodeModeService, so its service has no name. Annotate the class, or leave the"
                            + " bean out.");
            return;
        }
        Optional<String> problem = OperationName.problem(annotation.name());
        if (problem.isPresent()) {
            issues.error(beanClass.name(), "@CodeModeService(name): " + problem.get());
        }
        // A bean whose service has no valid name is read for its other mistakes, and left out.
        ServiceDraft draft =
                problem.isPresent() ? draft("unnamed") : drafts.computeIfAbsent(annotation.name(), this::draft);
        draft.describe(annotation.description(), text(beanClass));
        int before = issues.count();
        List<OperationMethod> methods = OperationMethods.of(beanClass, mapping, issues);
        if (methods.isEmpty() && issues.count() == before) {
            issues.error(
                    beanClass.name(),
                    "No method has @CodeModeOperation. Annotate the public methods that scripts may call.");
        }
        OperationReader reader = new OperationReader(draft.name(), draft.schemas(), mapping, javadoc, issues);
        for (OperationMethod method : methods) {
            reader.read(method)
                    .ifPresent(operation ->
                            draft.add(operation, new MethodHandler(operation, mapping, check, maxElements, closed)));
        }
    }

    /** Returns the Javadoc of the type that declares the service, else of the nearest of the bean's types that has any. */
    private String text(BeanClass beanClass) {
        return Stream.concat(
                        beanClass.hierarchy().stream()
                                .filter(type -> type.getDeclaredAnnotation(CodeModeService.class) != null),
                        beanClass.hierarchy().stream())
                .map(type -> javadoc.of(type).text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private ServiceDraft draft(String name) {
        return new ServiceDraft(name, mapping.schemas(javadoc, issues), issues);
    }
}
