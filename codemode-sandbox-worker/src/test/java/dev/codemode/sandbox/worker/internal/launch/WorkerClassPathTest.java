package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.ReportingWorker;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerClassPathTest {
    private static final String MAIN = "engine/Main.class";
    private static final String MOTOR = "engine/Motor.class";
    private static final String SHOP = "bookshop/Shop.class";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    @TempDir
    private Path directory;

    private Path app;
    private WorkDirectories work;
    private Cache cache;

    @BeforeEach
    void createDirectories() throws IOException {
        app = Files.createDirectory(directory.resolve("app")).toRealPath();
        Path root = Files.createDirectory(directory.resolve("cache"));
        work = WorkDirectories.in(root);
        cache = new Cache(root, work, Clock.systemUTC());
    }

    @AfterEach
    void closeWorkDirectories() {
        work.close();
    }

    @Test
    void usesJarsOfTheEngineWhereTheyAre() throws Exception {
        Path main = Jars.write(app.resolve("main.jar"), MAIN);
        Path motor = Jars.write(app.resolve("motor.jar"), MOTOR, "META-INF/versions/17/" + MOTOR, "module-info.class");

        assertThat(jars(Map.of(MAIN, file(main), MOTOR, file(motor)))).isEqualTo(List.of(main, motor));
    }

    @Test
    void takesTheApplicationOutOfAJarOfEverything() throws Exception {
        Map<String, byte[]> files = Map.of(
                MANIFEST,
                Jars.bytes("Manifest-Version: 1.0\nMulti-Release: true\nClass-Path: other.jar\n"),
                "engine/words.txt",
                Jars.bytes("words"),
                "application.properties",
                Jars.bytes("password=secret"),
                "META-INF/services/engine.Part",
                Jars.bytes("engine.Motor # the motor\nbookshop.Shop\n"),
                "META-INF/services/bookshop.Part",
                Jars.bytes("bookshop.Shop\n"));
        List<String> classes =
                List.of(MAIN, MOTOR, SHOP, "META-INF/versions/17/" + MOTOR, "META-INF/versions/17/" + SHOP);
        Path everything = Jars.write(app.resolve("app.jar"), classes, files);

        Path jar = only(jars(Map.of(MAIN, file(everything), MOTOR, file(everything))));

        assertThat(Jars.entries(jar))
                .isEqualTo(List.of(
                        MANIFEST,
                        "META-INF/services/engine.Part",
                        "META-INF/versions/17/" + MOTOR,
                        MAIN,
                        MOTOR,
                        "engine/words.txt"));
        assertThat(Jars.read(jar, "META-INF/services/engine.Part")).isEqualTo("engine.Motor\n");
        assertThat(Jars.read(jar, MANIFEST)).isEqualTo("Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n");
    }

    @Test
    void followsNoManifestToOtherJars() throws Exception {
        Map<String, byte[]> manifest =
                Map.of(MANIFEST, Jars.bytes("Manifest-Version: 1.0\nClass-Path: application.jar\n"));
        Path main = Jars.write(app.resolve("main.jar"), List.of(MAIN), manifest);

        Path jar = only(jars(Map.of(MAIN, file(main))));

        assertThat(Jars.read(jar, MANIFEST)).isEqualTo("Manifest-Version: 1.0\r\n\r\n");
    }

    @Test
    void packsADirectoryWithoutTheApplication() throws Exception {
        for (String name : List.of(MAIN, SHOP)) {
            Path file = app.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, Jars.emptyClass(name));
        }

        Path jar = only(jars(Map.of(MAIN, app.toUri().toURL())));

        assertThat(Jars.entries(jar)).isEqualTo(List.of(MANIFEST, MAIN));
    }

    @Test
    void copiesJarsOutOfAnExecutableJar() throws Exception {
        Path inner = Jars.write(directory.resolve("main.jar"), MAIN);
        Path outer = Jars.write(
                app.resolve("a b.jar"), List.of(SHOP), Map.of("BOOT-INF/lib/main.jar", Files.readAllBytes(inner)));
        String path = outer.toUri().getRawPath();

        for (String url : List.of(
                "jar:nested:" + path + "/!BOOT-INF/lib/main.jar!/", "jar:file:" + path + "!/BOOT-INF/lib/main.jar!/")) {
            Path jar = only(jars(Map.of(MAIN, url(url))));

            assertThat(jar).hasSameBinaryContentAs(inner);
        }
    }

    @Test
    void takesTheApplicationOutOfAJarInAnExecutableJar() throws Exception {
        Path inner = Jars.write(directory.resolve("main.jar"), MAIN, SHOP);
        Path outer = Jars.write(app.resolve("app.jar"), List.of(), Map.of("lib/main.jar", Files.readAllBytes(inner)));

        Path jar = only(jars(Map.of(MAIN, url("jar:nested:" + outer.toUri().getRawPath() + "/!lib/main.jar!/"))));

        assertThat(Jars.entries(jar)).isEqualTo(List.of(MANIFEST, MAIN));
    }

    @Test
    void copiesOnceForAllHosts() throws Exception {
        Path everything = Jars.write(app.resolve("app.jar"), MAIN, SHOP);
        Path first = only(jars(Map.of(MAIN, file(everything))));
        Path second = only(jars(Map.of(MAIN, file(everything))));
        Jars.write(everything, MAIN, MOTOR, SHOP);
        Path changed = only(jars(Map.of(MAIN, file(everything))));

        assertThat(second).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
    }

    @Test
    void copiesNothingAgainWhenTheApplicationChanges() throws Exception {
        Path everything = Jars.write(app.resolve("app.jar"), MAIN, SHOP);
        Path inner = Jars.write(directory.resolve("main.jar"), MAIN);
        Map<String, byte[]> library = Map.of("lib/main.jar", Files.readAllBytes(inner));
        Path outer = Jars.write(app.resolve("outer.jar"), List.of(), library);
        URL nested = url("jar:nested:" + outer.toUri().getRawPath() + "/!lib/main.jar!/");
        List<Path> before = List.of(only(jars(Map.of(MAIN, file(everything)))), only(jars(Map.of(MAIN, nested))));

        Jars.write(everything, MAIN, SHOP, "bookshop/Basket.class");
        Jars.write(outer, List.of(SHOP), library);

        assertThat(List.of(only(jars(Map.of(MAIN, file(everything)))), only(jars(Map.of(MAIN, nested)))))
                .isEqualTo(before);
    }

    @Test
    void copiesAgainWhatWasRemovedFromTheCache() throws Exception {
        Path everything = Jars.write(app.resolve("app.jar"), MAIN, SHOP);
        WorkerClassPath classPath = new WorkerClassPath(program(Map.of(MAIN, file(everything))), cache);
        List<Path> jars = classPath.jars();
        Files.delete(jars.get(0));

        assertThat(classPath.jars()).isEqualTo(jars);
        assertThat(jars.get(0)).isRegularFile();
    }

    @Test
    void hasTheCoreButNoneOfItsLibraries() throws Exception {
        Path main = Jars.write(app.resolve("main.jar"), MAIN);
        List<Path> jars = new WorkerClassPath(program(Map.of(MAIN, file(main))), cache).jars();

        assertThat(jars).hasSize(3);
        assertThat(Jars.entries(jars.get(2))).contains("dev/codemode/sandbox/Sandbox.class");
    }

    @Test
    void namesAMissingClass() throws Exception {
        Path main = Jars.write(app.resolve("main.jar"), MAIN);
        Class<?> type = program(Map.of(MAIN, file(main))).mainClass();
        JavaProgram program = WorkerProgram.builder("Steam", type)
                .classes(List.of("engine.Boiler"))
                .packages(List.of("engine/"))
                .build();

        assertThatThrownBy(() -> new WorkerClassPath(program, cache))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Steam: class engine.Boiler is missing. Add the dependency that"
                        + " holds it.");
    }

    @Test
    void namesAClassThatIsInNoFile() {
        JavaProgram program = WorkerProgram.builder("Steam", ReportingWorker.class)
                .classes(List.of("java.lang.String"))
                .build();

        assertThatThrownBy(() -> new WorkerClassPath(program, cache))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Steam: class java.lang.String comes from jrt:/java.base/, but a"
                        + " worker needs a jar or a directory of the file system. Start the application from its jars,"
                        + " or pass a Sandbox of your own.");
    }

    @Test
    void saysWhatNeedsACache() throws Exception {
        Path everything = Jars.write(app.resolve("app.jar"), MAIN, SHOP);
        JavaProgram program = program(Map.of(MAIN, file(everything)));

        assertThatThrownBy(() -> new WorkerClassPath(program, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start workers of Steam: what a worker needs of " + everything + " must be copied,"
                        + " and there is no temporary directory that can be written to. Give a directory with"
                        + " cacheDirectory(path).");
    }

    /** Returns the jars but those of this library. */
    private List<Path> jars(Map<String, URL> places) throws IOException {
        List<Path> jars = new WorkerClassPath(program(places), cache).jars();
        JavaProgram bare = WorkerProgram.builder("Bare", ReportingWorker.class)
                .packages(List.of("engine/"))
                .build();
        List<Path> own = new WorkerClassPath(bare, cache).jars();
        return jars.stream().filter(jar -> !own.contains(jar)).toList();
    }

    private static Path only(List<Path> jars) {
        assertThat(jars).hasSize(1);
        return jars.get(0);
    }

    private static JavaProgram program(Map<String, URL> places) {
        Places loader = new Places(places);
        List<String> others = places.keySet().stream()
                .filter(file -> !file.equals(MAIN))
                .map(Places::className)
                .toList();
        return WorkerProgram.builder("Steam", loader.define(MAIN))
                .classes(others)
                .packages(List.of("engine/"))
                .baseMemoryBytes(1 << 20)
                .build();
    }

    private static URL file(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static URL url(String text) throws MalformedURLException {
        return new URL(null, text, new URLStreamHandler() {
            @Override
            protected @Nullable URLConnection openConnection(URL url) {
                return null;
            }

            @Override
            protected void parseURL(URL url, String spec, int start, int limit) {
                setURL(url, "jar", "", -1, "", "", spec.substring(start), null, null);
            }
        });
    }

    /** Says of classes without members that they come from somewhere. */
    private static final class Places extends ClassLoader {
        private final Map<String, URL> places;
        private final Map<String, Class<?>> defined = new LinkedHashMap<>();

        Places(Map<String, URL> places) {
            this.places = places;
        }

        static String className(String file) {
            return file.substring(0, file.length() - ".class".length()).replace('/', '.');
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            if (!places.containsKey(file)) {
                throw new ClassNotFoundException(name);
            }
            return define(file);
        }

        Class<?> define(String file) {
            return defined.computeIfAbsent(file, name -> {
                byte[] bytes = Jars.emptyClass(name);
                CodeSource source = new CodeSource(places.get(name), (Certificate[]) null);
                return defineClass(className(name), bytes, 0, bytes.length, new ProtectionDomain(source, null));
            });
        }
    }
}
