package dev.codemode.catalog;

/**
 * What an operation does to the world.
 *
 * @since 0.1
 */
public enum Effect {
    /** Changes nothing; may be repeated. */
    READ,
    /** Creates or changes something. */
    WRITE,
    /** Removes something, or does what cannot be taken back. */
    DESTRUCTIVE
}
