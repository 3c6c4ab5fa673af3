package dev.codemode.sandbox.worker.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FramesTest {
    private static final ConsoleOutput DROPPED = new ConsoleOutput(List.of(), 3);

    static Stream<Frame> frames() {
        return Stream.of(
                new Frame.Ready(),
                new Frame.Run(
                        -7, "return 'ü€😀';", List.of("books.find", "books.add"), Limits.defaults(), Instant.EPOCH, 9),
                new Frame.Run(7, "", null, Limits.defaults(), Instant.ofEpochMilli(1_234), -9),
                new Frame.Call(1, "books.find", "[{\"title\":\"ü\"}]"),
                new Frame.Reply(1, 1_234_567_890_123L, new HostReply.Fulfilled("[1]")),
                new Frame.Reply(2, -1, new HostReply.Rejected("not_found", "books.find", "There is none.", true)),
                new Frame.Timer(1, 2_147_483_647L),
                new Frame.Clear(1),
                new Frame.Fired(2, 1_234_567_890_123L),
                new Frame.Stop(-7, LimitKind.RUN_TIME),
                new Frame.Line(ConsoleOutput.Level.WARN, "slow"),
                new Frame.Ended(1, new Execution.Completed("1", DROPPED, List.of(1, 2))),
                new Frame.Ended(1, new Execution.Completed(null, ConsoleOutput.empty())),
                new Frame.Ended(
                        1,
                        new Execution.Failed(
                                new ScriptFailure(
                                        ScriptFailure.Kind.THROWN,
                                        "TypeError",
                                        "x is no function",
                                        new SourcePosition(3, 4),
                                        OptionalInt.of(5)),
                                DROPPED,
                                List.of(4))),
                new Frame.Ended(1, new Execution.Stopped(LimitKind.CPU_TIME, new SourcePosition(1, 2), DROPPED)),
                new Frame.Ended(1, new Execution.Stopped(LimitKind.MEMORY, null, DROPPED)),
                new Frame.Ended(1, new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, DROPPED)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void readsWhatWasWritten(Frame frame) throws IOException {
        byte[] bytes = bytes(frame);
        assertThat(read(bytes, bytes.length - 4)).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void refusesAFrameAboveTheLength(Frame frame) throws IOException {
        byte[] bytes = bytes(frame);
        assertThatExceptionOfType(BadFrameException.class)
                .isThrownBy(() -> read(bytes, bytes.length - 5))
                .withMessage(
                        "A frame has " + (bytes.length - 4) + " bytes, but may have 1 to " + (bytes.length - 5) + ".");
    }

    @ParameterizedTest
    @MethodSource("frames")
    void refusesAFrameThatIsCutOff(Frame frame) throws IOException {
        byte[] bytes = bytes(frame);
        for (int length = 1; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(part, Integer.MAX_VALUE));
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void survivesAnyBytes(Frame frame) throws IOException {
        Random random = new Random(1);
        byte[] original = bytes(frame);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = original.clone();
            for (int changes = 0; changes <= i % 3; changes++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(bytes, 1 << 20)).isNotNull();
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void endsBetweenTwoFrames() throws IOException {
        assertThat(read(new byte[0], 100)).isNull();
    }

    private static byte[] bytes(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(frame);
        return out.toByteArray();
    }

    private static Frame read(byte[] bytes, int maxBytes) throws IOException {
        return new FrameReader(new ByteArrayInputStream(bytes)).read(() -> maxBytes);
    }
}
