package dev.codemode.typescript.internal.strip;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import dev.codemode.typescript.internal.strip.swc.SwcModule;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SWC as a WebAssembly module that was compiled to bytecode when this library was built. If a module
 * fails other than through its answer, it is discarded, and the next call gets a new one. Confined to one thread, whose
 * stack bounds how deeply a text may nest.
 */
final class BytecodeSwc implements Swc {
    private static final WasmModule MODULE = SwcModule.load();
    private static final int RESULT_BYTES = 16;

    private @Nullable Loaded loaded;

    @Override
    public Answer transform(String text, Mode mode) throws SwcFailedException {
        try {
            if (loaded == null) {
                loaded = new Loaded();
            }
            return loaded.transform(text, mode);
        } catch (ChicoryException | IllegalStateException | IndexOutOfBoundsException | StackOverflowError e) {
            loaded = null;
            throw new SwcFailedException(e);
        } catch (LinkageError e) {
            loaded = null;
            throw e;
        }
    }

    /** An instance of the module, with the values that it refers to by number (the convention of wasm-bindgen). */
    private static final class Loaded {
        private final SwcValues values = new SwcValues();
        private final Instance instance;
        private final ExportFunction moveStack;
        private final ExportFunction transform;

        Loaded() {
            ImportValues.Builder imports = ImportValues.builder();
            for (int i = 0; i < MODULE.importSection().importCount(); i++) {
                if (MODULE.importSection().getImport(i) instanceof FunctionImport function) {
                    imports.addFunction(new ImportFunction(
                            function.module(),
                            function.name(),
                            MODULE.typeSection().getType(function.typeIndex()),
                            values.function(function.name())::apply));
                }
            }
            instance = Instance.builder(MODULE)
                    .withImportValues(imports.build())
                    .withMachineFactory(SwcModule::create)
                    .build();
            moveStack = instance.export("__wbindgen_add_to_stack_pointer");
            transform = instance.export("transformSync");
        }

        Answer transform(String text, Mode mode) {
            int result = (int) moveStack.apply(-RESULT_BYTES)[0];
            try {
                Map<String, Object> options =
                        Map.of("mode", mode.option(), "module", true, "sourceMap", mode == Mode.TRANSFORM);
                transform.apply(result, values.add(text), values.add(options));
                Memory memory = instance.memory();
                boolean failed = memory.readInt(result + 8) != 0;
                Object answer = values.take(memory.readInt(failed ? result + 4 : result));
                return failed ? refusal(answer) : code(answer);
            } finally {
                moveStack.apply(RESULT_BYTES);
            }
        }

        private static Answer code(@Nullable Object answer) {
            if (answer instanceof Map<?, ?> fields && fields.get("code") instanceof String code) {
                return new Answer.Code(code, fields.get("map") instanceof String map ? map : null);
            }
            throw new IllegalStateException("SWC answered no code.");
        }

        private static Answer refusal(@Nullable Object answer) {
            if (answer instanceof Map<?, ?> fields) {
                return new Answer.Refusal(
                        String.valueOf(fields.get("code")),
                        String.valueOf(fields.get("message")),
                        integer(fields.get("startLine")),
                        integer(fields.get("startColumn")) + 1);
            }
            return new Answer.Refusal("Error", String.valueOf(answer), 0, 1);
        }

        private static int integer(@Nullable Object value) {
            return value instanceof Number number ? number.intValue() : 0;
        }
    }

    /** Writes a text where the module can read it, and its address and length where the module expects them. */
    static void pass(Instance instance, String text, int result) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int address = (int) instance.export("__wbindgen_export_2").apply(bytes.length, 1)[0];
        instance.memory().write(address, bytes);
        instance.memory().writeI32(result, address);
        instance.memory().writeI32(result + 4, bytes.length);
    }
}
