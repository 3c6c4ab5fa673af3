package dev.codemode.sandbox.worker.internal.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code java} that workers are started with. Immutable and thread-safe.
 *
 * @param executable the launcher, as it is started
 * @param home the directory of the runtime that it belongs to
 */
record JavaLauncher(Path executable, Path home) {
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");
    private static final String CHOICES = " Give a launcher with javaLauncher(path), run scripts that you trust in this"
            + " process with GraalSandbox.unsafeInProcess(), or pass a Sandbox of your own.";

    /**
     * Returns the host's launcher, or otherwise the one of the runtime that this process runs on.
     *
     * @throws IllegalStateException if there is none, or if it has another Java version
     */
    static JavaLauncher find(String program, @Nullable Path given) {
        if (given != null) {
            return checked(program, given.toAbsolutePath());
        }
        String home = System.getProperty("java.home");
        if (home == null) {
            throw new IllegalStateException("Cannot start workers of " + program
                    + ": this process has no Java home with a launcher in it, as in a native image." + CHOICES);
        }
        return checked(program, Path.of(home, "bin", File.separatorChar == '\\' ? "java.exe" : "java"));
    }

    private static JavaLauncher checked(String program, Path executable) {
        if (!Files.isRegularFile(executable) || !Files.isExecutable(executable)) {
            throw new IllegalStateException("Cannot start workers of " + program + ": there is no Java launcher at "
                    + executable + "." + CHOICES);
        }
        JavaLauncher launcher = new JavaLauncher(executable, home(executable));
        int version = launcher.featureVersion();
        int running = Runtime.version().feature();
        if (version != 0 && version != running) {
            throw new IllegalStateException("Cannot start workers of " + program + ": the launcher " + executable
                    + " is of Java " + version + ", but this process runs on Java " + running
                    + ". Give a launcher of the same version.");
        }
        return launcher;
    }

    private static Path home(Path executable) {
        try {
            return executable.toRealPath().resolve("../..").normalize();
        } catch (IOException e) {
            return executable.resolve("../..").normalize();
        }
    }

    /** Returns what the runtime says about itself: its version, vendor and modules; empty if it says nothing. */
    String release() {
        try {
            return Files.readString(home.resolve("release"));
        } catch (IOException e) {
            return "";
        }
    }

    private int featureVersion() {
        Matcher version = VERSION.matcher(release());
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }
}
