package dev.codemode.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The caller on whose behalf a search or an execution runs. It comes from the transport, never from a script's
 * arguments. Immutable and thread-safe.
 *
 * @param id the caller's id in the host's own records
 * @param roles the caller's roles, for the host's {@link AccessPolicy}
 * @param attributes anything else that handlers need, such as a tenant; not shown by {@link #toString()}, since it may
 *     hold a credential
 * @since 0.1
 */
public record Caller(String id, Set<String> roles, Map<String, String> attributes) {
    private static final Caller ANONYMOUS = of("anonymous");

    /** Copies the roles and attributes. */
    public Caller {
        Objects.requireNonNull(id, "id");
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Returns the caller for a deployment that does not distinguish callers. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** Returns a caller without roles or attributes. */
    public static Caller of(String id) {
        return new Caller(id, Set.of(), Map.of());
    }

    /** Returns this caller with these roles instead of its own. */
    public Caller withRoles(Set<String> roles) {
        return new Caller(id, roles, attributes);
    }

    /** Returns this caller with these attributes instead of its own. */
    public Caller withAttributes(Map<String, String> attributes) {
        return new Caller(id, roles, attributes);
    }

    /** Shows the id, the roles, and only the names of the attributes. */
    @Override
    public String toString() {
        return "Caller[id=" + id + ", roles=" + roles + ", attributes=" + attributes.keySet() + "]";
    }
}
