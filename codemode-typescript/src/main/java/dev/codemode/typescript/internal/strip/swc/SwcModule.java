package dev.codemode.typescript.internal.strip.swc;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The build's output for SWC's WebAssembly: its functions as a class, and the rest, such as its memory, as a resource.
 */
public final class SwcModule {
    private SwcModule() {}

    /** Reads the part that is not bytecode. */
    public static WasmModule load() {
        try (InputStream in = SwcModule.class.getResourceAsStream("SwcModule.meta")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks its resource SwcModule.meta.");
            }
            return Parser.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the functions, for one instance. */
    public static Machine create(Instance instance) {
        return new SwcModuleMachine(instance);
    }
}
