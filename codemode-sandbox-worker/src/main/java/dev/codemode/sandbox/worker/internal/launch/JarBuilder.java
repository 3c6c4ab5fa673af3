package dev.codemode.sandbox.worker.internal.launch;

import java.io.BufferedOutputStream;
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
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Writes jars that contain only what belongs to a worker. Entries are stored uncompressed: the host waits for the jar,
 * and compressing the engine takes three times as long as writing it. Immutable and thread-safe.
 */
record JarBuilder(JarContent content) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Adds what a worker needs from a jar, so that changes to the rest of the jar make no difference. */
    void describe(Path jar, Fingerprint fingerprint) throws IOException {
        try (JarFile source = new JarFile(jar.toFile(), false)) {
            fingerprint.text(Boolean.toString(source.isMultiRelease()));
            for (JarEntry entry : kept(source)) {
                fingerprint.entry(entry);
            }
        }
    }

    /** Writes what a worker needs from a jar. */
    void filter(Path jar, Path target) throws IOException {
        try (JarFile source = new JarFile(jar.toFile(), false);
                JarOutputStream out = open(target, source.isMultiRelease())) {
            for (JarEntry entry : kept(source)) {
                try (InputStream in = source.getInputStream(entry)) {
                    add(out, entry.getName(), in);
                }
            }
        }
    }

    /** Writes what a worker needs from a directory of classes. */
    void pack(Path directory, Path target) throws IOException {
        try (JarOutputStream out = open(target, false);
                Stream<Path> files = Files.walk(directory)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .filter(file -> content.keeps(entryName(directory, file)))
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
            try (InputStream in = source.getInputStream(entry(source, entry))) {
                Files.copy(in, target);
            }
        }
    }

    /** Returns an entry that must exist. */
    static JarEntry entry(JarFile source, String name) throws IOException {
        JarEntry found = source.getJarEntry(name);
        if (found == null) {
            throw new IOException("There is no " + name + " in " + source.getName() + ".");
        }
        return found;
    }

    /** Returns what a worker needs, in order; of entries with the same name, the first. */
    private Iterable<JarEntry> kept(JarFile source) {
        Map<String, JarEntry> entries = new LinkedHashMap<>();
        source.stream()
                .filter(entry -> !entry.isDirectory() && content.keeps(entry.getName()))
                .forEach(entry -> entries.putIfAbsent(entry.getName(), entry));
        return entries.values();
    }

    private void add(JarOutputStream out, String name, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (JarContent.isServices(name)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            bytes = content.services(text).getBytes(StandardCharsets.UTF_8);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        JarEntry entry = new JarEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private static JarOutputStream open(Path target, boolean multiRelease) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (multiRelease) {
            manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        }
        return new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(target), BUFFER_BYTES), manifest);
    }

    private static String entryName(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }
}
