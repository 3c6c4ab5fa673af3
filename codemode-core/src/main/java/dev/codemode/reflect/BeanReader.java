package dev.codemode.reflect;

import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.operation.BeanClass;
import dev.codemode.reflect.internal.operation.OperationMethod;
import dev.codemode.reflect.internal.operation.OperationMethods;
import dev.codemode.reflect.internal.operation.OperationReader;
import dev.codemode.reflect.internal.operation.Reading;
import dev.codemode.reflect.internal.operation.ServiceDraft;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads beans into services, and collects every mistake on the way. Confined to one thread at a time. */
final class BeanReader {
    private final Calling calling;
    private final Issues issues = new Issues();
    private final JavadocResources javadoc = new JavadocResources();

    BeanReader(Calling calling) {
        this.calling = calling;
    }

    SourceSnapshot read(List<Object> beans) {
        List<BeanClass> classes = new ArrayList<>();
        for (Object bean : beans) {
            if (bean instanceof Class<?> type) {
                issues.error(type.getSimpleName(), "This is a class, not a bean. Pass an instance of it.");
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
        // A bean whose service has no valid name is read only to find its other mistakes, and left out.
        ServiceDraft draft =
                problem.isPresent() ? draft("unnamed") : drafts.computeIfAbsent(annotation.name(), this::draft);
        draft.describe(annotation.description(), text(beanClass));
        int before = issues.count();
        List<OperationMethod> methods = OperationMethods.of(beanClass, draft.reading());
        if (methods.isEmpty() && issues.count() == before) {
            issues.error(
                    beanClass.name(),
                    "No method has @CodeModeOperation. Annotate the public methods that scripts may call.");
        }
        OperationReader reader = new OperationReader(draft.reading());
        for (OperationMethod method : methods) {
            reader.read(method).ifPresent(operation -> draft.add(operation, new MethodHandler(operation, calling)));
        }
    }

    /**
     * Returns the Javadoc of the type that declares the service, or else of the nearest of the bean's types that has
     * any.
     */
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
        return new ServiceDraft(Reading.of(name, calling.mapping(), javadoc, issues));
    }
}
