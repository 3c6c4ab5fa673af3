import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Build step: runs a command if its inputs have changed since it last succeeded, or if its result is missing.
 * {@code java IfChanged.java MARKER RESULT INPUT... -- COMMAND...}
 *
 * <p>An input is a file, or a directory with all that it holds. The command itself counts too. MARKER is a file that keeps
 * a digest of them.
 */
public final class IfChanged {
    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        int end = words.indexOf("--");
        Path marker = Path.of(words.get(0));
        List<String> command = words.subList(end + 1, words.size());
        String digest = digest(words.subList(2, end), command);
        if (Files.exists(Path.of(words.get(1))) && Files.exists(marker) && Files.readString(marker).equals(digest)) {
            return;
        }
        Files.deleteIfExists(marker);
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            System.exit(status);
        }
        Files.createDirectories(marker.getParent());
        Files.writeString(marker, digest);
    }

    private static String digest(List<String> inputs, List<String> command) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(command.toString().getBytes());
        for (String input : inputs) {
            for (Path file : files(Path.of(input))) {
                digest.update(file.toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path input) throws IOException {
        try (Stream<Path> all = Files.walk(input)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
