package dev.codemode.catalog;

/**
 * What happens to a call whose arguments do not match the operation's declaration.
 *
 * @since 0.1
 */
public enum ArgumentCheck {
    /** It is refused before the operation is reached. */
    STRICT,
    /**
     * It is carried out, for a declaration that asks for more than the operation does. Arguments of other names are refused all
     * the same, because nothing would become of them. If the operation fails, its error also says where the arguments differ.
     */
    ADVISE
}
