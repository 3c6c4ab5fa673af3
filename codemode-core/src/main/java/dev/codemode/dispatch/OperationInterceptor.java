package dev.codemode.dispatch;

import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Wraps handlers, for example for transactions, metrics or a security context. Runs on the handler's thread, after the
 * call was authorised and validated. Implementations are thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface OperationInterceptor {
    /**
     * Carries out the call through {@code next}, and may act before and after it, change the call, or return its own
     * result.
     *
     * @return the result as a plain JSON value ({@link OperationHandler#invoke})
     * @throws Exception to fail the call, by the same rules as a handler
     */
    @Nullable Object intercept(OperationCall call, OperationHandler next) throws Exception;
}
