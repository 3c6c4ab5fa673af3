package dev.codemode.sandbox.v8;

import com.caoccao.javet.interfaces.IJavetLogger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps errors of the binding, and drops everything else: it warns for every realm that its callback is removed along
 * with it. Thread-safe.
 */
final class V8Log implements IJavetLogger {
    private static final System.Logger LOG = System.getLogger(V8Log.class.getName());

    @Override
    public void error(String message) {
        LOG.log(System.Logger.Level.ERROR, message);
    }

    @Override
    public void error(String message, @Nullable Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, message, cause);
    }

    @Override
    public void logWarn(String format, @Nullable Object... objects) {}

    @Override
    public void warn(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void debug(String message) {}
}
