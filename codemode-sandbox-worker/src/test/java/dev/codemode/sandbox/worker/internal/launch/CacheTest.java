package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir
    private Path root;

    private WorkDirectories work;

    @BeforeEach
    void openWorkDirectories() throws IOException {
        work = WorkDirectories.in(root);
    }

    @AfterEach
    void closeWorkDirectories() {
        work.close();
    }

    @Test
    void makesAnEntryOnce() throws Exception {
        Path made = cache().findOrMake(KEY, "file", directory -> Files.writeString(directory.resolve("file"), "first"));
        Path found =
                cache().findOrMake(KEY, "file", directory -> Files.writeString(directory.resolve("file"), "second"));

        assertThat(found).isEqualTo(made).hasContent("first");
        assertThat(names()).isEqualTo(List.of(KEY));
    }

    @Test
    void keepsNothingOfAnEntryThatCouldNotBeMade() {
        assertThatThrownBy(() -> cache().findOrMake(KEY, "file", directory -> {
                    Files.writeString(directory.resolve("file"), "half");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(names()).isEmpty();
    }

    @Test
    void createsAnEntryAgainWhoseFileIsGone() throws Exception {
        Files.delete(
                cache().findOrMake(KEY, "file", directory -> Files.writeString(directory.resolve("file"), "first")));

        assertThat(cache().findOrMake(KEY, "file", directory -> Files.writeString(directory.resolve("file"), "second")))
                .hasContent("second");
    }

    @Test
    void letsManyMakeTheSameEntryAtOnce() {
        CyclicBarrier barrier = new CyclicBarrier(4);
        List<CompletableFuture<Path>> made = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> make(barrier)))
                .toList();

        assertThat(made).allSatisfy(entry -> assertThat(entry.join()).hasContent("whole"));
        assertThat(names()).isEqualTo(List.of(KEY));
    }

    @Test
    void removesWhatWasUnusedForTwoDays() throws Exception {
        String other = KEY.replace('0', 'f');
        for (String key : List.of(KEY, other)) {
            cache().findOrMake(key, "file", directory -> Files.writeString(directory.resolve("file"), "text"));
        }
        cache(Duration.ofHours(24)).find(other, "file");
        cache(Duration.ofHours(60)).removeOld();

        assertThat(names()).isEqualTo(List.of(other));
    }

    private Path make(CyclicBarrier barrier) {
        try {
            return cache().findOrMake(KEY, "file", directory -> {
                Files.writeString(directory.resolve("file"), "whole");
                await(barrier);
            });
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private Cache cache() {
        return cache(Duration.ZERO);
    }

    private Cache cache(Duration later) {
        return new Cache(root, work, Clock.offset(Clock.systemUTC(), later));
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("work-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
