package dev.codemode.typescript;

/**
 * What becomes of the mistakes that the type check finds.
 *
 * @since 0.1
 */
public enum CheckPolicy {
    /** A script that is certain to fail is refused before any call; all else is a hint. */
    STRICT,

    /** Every script runs; what was found is a hint. */
    ADVISE,

    /** Scripts are not checked, and no checker is started. */
    OFF
}
