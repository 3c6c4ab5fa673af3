package dev.codemode.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * On whose behalf a search or an execution runs. Comes from the transport, never from a script's arguments. Immutable
 * and thread-safe.
 *
 * @param id who is calling, as the host's own records name them
 * @param roles what the caller may act as; read by the host's {@link AccessPolicy}
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

    /** Returns the caller of a deployment that does not tell callers apart. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** Returns a caller without roles or attributes. */
    public static Caller of(String id) {
        return new Caller(id, Set.of(), Map.of());
    }

    /** Returns this caller with these roles in place of its own. */
    public Caller withRoles(Set<String> roles) {
        return new Caller(id, roles, attributes);
    }

    /** Returns this caller with these attributes in place of its own. */
    public Caller withAttributes(Map<String, String> attributes) {
        return new Caller(id, roles, attributes);
    }

    /** Shows the id and the roles, and of the attributes their names alone. */
    @Override
    public String toString() {
        return "Caller[id=" + id + ", roles=" + roles + ", attributes=" + attributes.keySet() + "]";
    }
}
