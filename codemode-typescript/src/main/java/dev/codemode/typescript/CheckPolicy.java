package dev.codemode.typescript;

/**
 * The treatment of mistakes that the type check finds.
 *
 * @since 0.1
 */
public enum CheckPolicy {
    /**
     * A script that is certain to fail is refused before any call that may change something; everything else is a hint.
     */
    STRICT,

    /** Every script runs; findings are hints. */
    ADVISE,

    /** Scripts are not checked, and no checker is started. */
    OFF
}
