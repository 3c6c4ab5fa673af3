package dev.codemode.script;

import java.util.List;

/**
 * Takes plain JavaScript.
 *
 * @since 0.1
 */
public final class PlainJavaScript implements ScriptPreparer {
    private PlainJavaScript() {}

    /** Returns the preparer. */
    public static PlainJavaScript create() {
        return new PlainJavaScript();
    }

    @Override
    public PreparedScript prepare(ScriptRequest request) {
        return new PreparedScript.Ready(request.text(), position -> position, List.of());
    }

    @Override
    public void close() {}
}
