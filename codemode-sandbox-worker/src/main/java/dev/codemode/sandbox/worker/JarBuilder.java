package dev.codemode.sandbox.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** Writes jars that hold what belongs to a worker, and nothing else. Immutable and thread-safe. */
record JarBuilder(JarContent content) {
    /** Writes what a worker needs of a jar. */
    void filter(Path jar, Path target) throws IOException {
        try (JarFile source = new JarFile(jar.toFile(), false);
                JarOutputStream out = open(target, source.isMultiRelease())) {
            Map<String, JarEntry> entries = new LinkedHashMap<>();
            source.stream().forEach(entry -> entries.putIfAbsent(entry.getName(), entry));
            for (JarEntry entry : entries.values()) {
                try (InputStream in = source.getInputStream(entry)) {
                    add(out, entry.getName(), in);
                }
            }
        }
    }

    /** Writes what a worker needs of a directory of classes. */
    void pack(Path directory, Path target) throws IOException {
        try (JarOutputStream out = open(target, false);
                Stream<Path> files = Files.walk(directory)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            for (Path file : sorted) {
                try (InputStream in = Files.newInputStream(file)) {
                    add(out, entryName(directory, file), in);
                }
            }
        }
    }

    /** Copies a jar out of another one. */
    void extract(Path jar, String entry, Path target) throws IOException {
        try (JarFile source = new JarFile(jar.toFile(), false)) {
            JarEntry found = source.getJarEntry(entry);
            if (found == null) {
                throw new IOException("There is no " + entry + " in " + jar + ".");
            }
            try (InputStream in = source.getInputStream(found)) {
                Files.copy(in, target);
            }
        }
    }

    private void add(JarOutputStream out, String name, InputStream in) throws IOException {
        if (name.endsWith("/") || !content.keeps(name)) {
            return;
        }
        out.putNextEntry(new JarEntry(name));
        if (JarContent.isServices(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(content.services(text).getBytes(StandardCharsets.UTF_8));
        } else {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private static JarOutputStream open(Path target, boolean multiRelease) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (multiRelease) {
            manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        }
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest);
        out.setLevel(Deflater.BEST_SPEED);
        return out;
    }

    private static String entryName(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }
}
