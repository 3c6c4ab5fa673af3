package dev.codemode.reflect.internal.operation;

import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.TypeSchemas;

/**
 * The state that is shared while one service's beans are read. Confined to one thread at a time.
 *
 * @param service the service's name
 * @param mapping what resolves types, and reads and writes values
 * @param schemas the schemas of the service's types, which grow
 * @param javadoc the Javadoc of classes and methods
 * @param issues the mistakes in the beans, which grow
 */
public record Reading(
        String service, JsonMapping mapping, TypeSchemas schemas, JavadocResources javadoc, Issues issues) {
    /** Starts the reading of a service. */
    public static Reading of(String service, JsonMapping mapping, JavadocResources javadoc, Issues issues) {
        return new Reading(service, mapping, mapping.schemas(javadoc, issues), javadoc, issues);
    }

    /** Adds a mistake in a method. */
    void error(OperationMethod method, String message) {
        issues.error(method.location(), message);
    }
}
