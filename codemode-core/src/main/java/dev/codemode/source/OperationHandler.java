package dev.codemode.source;

import org.jspecify.annotations.Nullable;

/**
 * Carries out an operation. Called by many threads at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface OperationHandler {
    /**
     * Carries out the call and returns its result as a plain JSON value: null, {@link Boolean}, {@link String}, a
     * {@link Number} of {@code java.lang} or {@code java.math}, a {@link java.util.List} of such values, or a
     * {@link java.util.Map} from strings to them. May block; the thread is interrupted when the execution ends.
     *
     * @throws OperationFailedException to tell the script what went wrong; the message of any other exception stays on
     *     the host
     * @throws Exception if the operation fails
     */
    @Nullable Object invoke(OperationCall call) throws Exception;
}
