package dev.codemode.sandbox.v8;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.converters.JavetPrimitiveConverter;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import dev.codemode.sandbox.worker.WorkerStart;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** V8's native library, loaded and set up once in a process. Confined to one thread at a time. */
final class V8Library {
    private static final String DATA = "icudt74l.dat";

    /** The library, and the data of ICU without which its {@code Intl} aborts. */
    static final List<String> FILES = List.of(
            "libjavet-v8-linux-x86_64-i18n.v." + JavetLibLoader.LIB_VERSION + ".so", "META-INF/codemode/" + DATA);

    /** V8 takes its time zone from nowhere else. */
    static final Map<String, String> ENVIRONMENT = Map.of("TZ", "UTC");

    /** Enough for simple recursion of about ten thousand levels, and a small part of a script thread's stack. */
    private static final int STACK_KIBIBYTES = 2_048;

    private static final int MIN_HEAP_MEBIBYTES = 16;

    private final V8Host host;

    private V8Library(V8Host host) {
        this.host = host;
    }

    /** Loads the library for scripts that may use this much memory. */
    static V8Library load(WorkerStart start) {
        Path files = start.files();
        if (files == null) {
            throw new IllegalStateException("A V8 worker was started without the place of its library.");
        }
        if (!ENVIRONMENT.equals(Map.of("TZ", String.valueOf(System.getenv("TZ"))))) {
            throw new IllegalStateException("A worker of V8 needs TZ=UTC in its environment, because V8 would take the"
                    + " machine's time zone. Let the command prefix pass it on.");
        }
        JavetLibLoader.setLibLoadingListener(new IJavetLibLoadingListener() {
            @Override
            public File getLibPath(JSRuntimeType type) {
                return files.toFile();
            }

            @Override
            public boolean isDeploy(JSRuntimeType type) {
                return false;
            }
        });
        V8RuntimeOptions.V8_FLAGS
                .setIcuDataFile(files.resolve(DATA).toString())
                .setCustomFlags(String.join(" ", flags(start.maxMemoryBytes())));
        V8Host host = V8Host.getV8I18nInstance();
        if (!host.isLibraryLoaded()) {
            throw new IllegalStateException("V8's library was not loaded.", host.getLastException());
        }
        return new V8Library(host);
    }

    /** The shim removes what has a name; these flags remove what has none, or would fill memory. */
    private static List<String> flags(long maxMemoryBytes) {
        long heap = Math.max(MIN_HEAP_MEBIBYTES, (maxMemoryBytes + (1 << 20) - 1) >> 20);
        return List.of(
                "--max-heap-size=" + heap,
                "--stack-size=" + STACK_KIBIBYTES,
                "--disallow-code-generation-from-strings");
    }

    /** Returns a new isolate, from which nothing in Java can be reached. */
    V8Runtime isolate() throws JavetException {
        V8Runtime isolate = host.createV8Runtime(new V8RuntimeOptions());
        isolate.setLogger(new V8Log());
        isolate.setConverter(new JavetPrimitiveConverter());
        return isolate;
    }
}
