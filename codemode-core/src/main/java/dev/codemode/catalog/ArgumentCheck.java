package dev.codemode.catalog;

/**
 * The treatment of a call whose arguments do not match the operation's declaration.
 *
 * @since 0.1
 */
public enum ArgumentCheck {
    /** The call is refused before the operation is reached. */
    STRICT,
    /**
     * The call is carried out, for a declaration that demands more than the operation does. Arguments with unknown
     * names are still refused, because nothing would become of them. If the operation fails, its error also says where
     * the arguments differ.
     */
    ADVISE
}
