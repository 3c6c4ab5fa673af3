import com.dylibso.chicory.build.time.compiler.Config;
import com.dylibso.chicory.build.time.compiler.Generator;
import com.dylibso.chicory.compiler.InterpreterFallback;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Build step: compiles SWC's WebAssembly to classes. {@code java CompileSwc.java WASM CLASS OUT}. OUT gets the classes whose
 * names begin with that of CLASS, and {@code CLASS.meta}, which they need. CLASS itself is a source of this module.
 */
public final class CompileSwc {
    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[2]));
        Generator generator = new Generator(Config.builder()
                .withWasmFile(Path.of(args[0]))
                .withName(args[1])
                .withTargetClassFolder(out)
                .withTargetSourceFolder(out)
                .withTargetWasmFolder(out)
                .withInterpreterFallback(InterpreterFallback.SILENT)
                .build());
        generator.generateMetaWasm(generator.generateResources());
    }
}
