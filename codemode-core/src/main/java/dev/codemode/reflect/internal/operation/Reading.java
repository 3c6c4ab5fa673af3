package dev.codemode.reflect.internal.operation;

import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.TypeSchemas;

/**
 * What is shared while one service's beans are read. Confined to one thread at a time.
 *
 * @param service the service's name
 * @param mapping what resolves types, and reads and writes values
 * @param schemas the schemas of the service's types, which grow
 * @param javadoc what is written about classes and methods
 * @param issues what is wrong in the beans, which grows
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
