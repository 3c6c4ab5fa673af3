package dev.codemode.sandbox.deno;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the executable that the host gives. */
final class Executable {
    private static final int LEAST_MAJOR = 2;
    private static final int LEAST_MINOR = 9;
    private static final long MAX_SECONDS = 30;
    private static final int MAX_BYTES = 1_000;
    private static final Pattern VERSION = Pattern.compile("^deno (\\d{1,6})\\.(\\d{1,6})\\.\\S+");
    private static final String GET = " Deno " + LEAST_MAJOR + "." + LEAST_MINOR
            + " or later is one file: npm packs it as @deno/linux-x64-glibc and for other platforms, and"
            + " https://github.com/denoland/deno/releases has it too. Without it, use GraalSandbox.";

    private Executable() {}

    /**
     * Checks that the file is Deno, and new enough.
     *
     * @throws IllegalStateException if not
     */
    static void check(String program, Path deno) {
        Path file = deno.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw cannot(program, "there is no file at " + file + ".");
        }
        if (!Files.isExecutable(file)) {
            throw cannot(program, "this user may not execute " + file + ".");
        }
        String said = said(program, file);
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw cannot(program, file + " is not Deno: asked for its version, it wrote \"" + firstLine(said) + "\".");
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        if (major < LEAST_MAJOR || (major == LEAST_MAJOR && minor < LEAST_MINOR)) {
            throw cannot(program, file + " is too old: " + version.group() + ".");
        }
    }

    private static String said(String program, Path file) {
        try {
            ProcessBuilder builder = new ProcessBuilder(file.toString(), "--version").redirectErrorStream(true);
            builder.environment().clear();
            Process process = builder.start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                    throw cannot(program, file + " did not say its version within " + MAX_SECONDS + " s.");
                }
                return new String(process.getInputStream().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot start workers of " + program + ": " + file + " does not run here: " + e.getMessage() + "."
                            + GET,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + file + " for its version.", e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static IllegalStateException cannot(String program, String why) {
        return new IllegalStateException("Cannot start workers of " + program + ": " + why + GET);
    }
}
