package dev.codemode.catalog;

/**
 * The effect of an operation on the world.
 *
 * @since 0.1
 */
public enum Effect {
    /** Changes nothing; may be repeated. */
    READ,
    /** Creates or changes something. */
    WRITE,
    /** Removes something, or does something that cannot be undone. */
    DESTRUCTIVE
}
