package dev.codemode.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All services that scripts can call. Immutable and thread-safe.
 *
 * @param services the services, keyed by name, in order
 * @since 0.1
 */
public record Catalog(Map<String, Service> services) {
    /** Copies the map and keeps its order. */
    public Catalog {
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    /**
     * Returns a catalog of these services.
     *
     * @throws IllegalArgumentException if two services have the same name
     */
    public static Catalog of(Collection<Service> services) {
        Map<String, Service> byName = new LinkedHashMap<>();
        for (Service service : services) {
            if (byName.put(service.name(), service) != null) {
                throw new IllegalArgumentException("Two services are named '" + service.name() + "'.");
            }
        }
        return new Catalog(byName);
    }

    /** Returns every operation, service by service. */
    public List<Operation> operations() {
        return services.values().stream()
                .flatMap(service -> service.operations().values().stream())
                .toList();
    }

    /** Returns the operation with this dotted name, or nothing; names match exactly. */
    public Optional<Operation> find(String dottedName) {
        int dot = dottedName.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        Service service = services.get(dottedName.substring(0, dot));
        return service == null
                ? Optional.empty()
                : Optional.ofNullable(service.operations().get(dottedName.substring(dot + 1)));
    }

    /**
     * Returns the service that the operation belongs to.
     *
     * @throws IllegalArgumentException if the operation is not in this catalog
     */
    public Service serviceOf(Operation operation) {
        Service service = services.get(operation.name().service());
        if (service == null) {
            throw new IllegalArgumentException("No service '" + operation.name().service() + "' in this catalog.");
        }
        return service;
    }

    /** Returns this catalog with only the operations that the filter keeps; services that keep none are left out. */
    public Catalog filter(Predicate<Operation> filter) {
        return of(services.values().stream()
                .flatMap(service -> service.filter(filter).stream())
                .toList());
    }
}
