package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.Limits;

/**
 * Creates realms on one engine. Confined to one thread at a time.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RealmFactory {
    /** Returns a new realm, with the shim loaded as far as that is possible without a request. */
    Realm create(Limits limits);
}
