package dev.codemode.sandbox.worker.internal.wire;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link FrameWriter} writes, and trusts none of it.
 *
 * <p>Invariant: a frame above the permitted length is refused before its content is read, and no field reaches beyond
 * its frame. Held by {@code FramesTest}. Confined to one thread at a time.
 */
public final class FrameReader {
    private static final int MAX_IDS = 10_000;

    private final DataInputStream in;

    public FrameReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Returns the next frame, or null if the pipe was closed between two frames.
     *
     * @param maxLength asked when a frame has begun
     * @throws BadFrameException if it is not a frame
     */
    public @Nullable Frame read(IntSupplier maxLength) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int maxBytes = maxLength.getAsInt();
        if (length < 1 || length > maxBytes) {
            throw new BadFrameException("A frame has " + length + " bytes, but may have 1 to " + maxBytes + ".");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The pipe was closed within a frame.");
        }
        Fields fields = new Fields(ByteBuffer.wrap(bytes));
        Frame frame;
        try {
            frame = frame(fields);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new BadFrameException("A field is out of its range.");
        }
        if (fields.bytes.hasRemaining()) {
            throw new BadFrameException("A frame continues after its last field.");
        }
        return frame;
    }

    private static Frame frame(Fields fields) throws BadFrameException {
        int kind = fields.number(1);
        return switch (kind) {
            case FrameWriter.RUN -> run(fields);
            case FrameWriter.REPLY -> new Frame.Reply(fields.number(4), fields.longNumber(), reply(fields));
            case FrameWriter.FIRED -> new Frame.Fired(fields.number(4), fields.longNumber());
            case FrameWriter.STOP -> new Frame.Stop(fields.longNumber(), fields.one(LimitKind.values()));
            case FrameWriter.READY -> new Frame.Ready();
            case FrameWriter.CALL -> new Frame.Call(fields.number(4), fields.text(), fields.text());
            case FrameWriter.TIMER -> new Frame.Timer(fields.number(4), fields.longNumber());
            case FrameWriter.CLEAR -> new Frame.Clear(fields.number(4));
            case FrameWriter.LINE -> new Frame.Line(fields.one(ConsoleOutput.Level.values()), fields.text());
            case FrameWriter.ENDED -> ended(fields);
            default -> throw new BadFrameException("There is no frame of kind " + kind + ".");
        };
    }

    private static Frame run(Fields fields) throws BadFrameException {
        long id = fields.longNumber();
        String body = fields.text();
        List<String> operations = null;
        if (fields.flag()) {
            int count = fields.number(4);
            operations = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                operations.add(fields.text());
            }
        }
        Limits limits = new Limits(
                Duration.ofNanos(fields.longNumber()),
                Duration.ofNanos(fields.longNumber()),
                fields.longNumber(),
                fields.number(4),
                fields.number(4),
                fields.number(4),
                fields.number(4),
                fields.number(4),
                fields.number(4),
                fields.number(4));
        return new Frame.Run(
                id, body, operations, limits, Instant.ofEpochMilli(fields.longNumber()), fields.longNumber());
    }

    private static HostReply reply(Fields fields) throws BadFrameException {
        return fields.flag()
                ? new HostReply.Fulfilled(fields.text())
                : new HostReply.Rejected(fields.text(), fields.text(), fields.text(), fields.flag());
    }

    private static Frame ended(Fields fields) throws BadFrameException {
        long run = fields.longNumber();
        int dropped = fields.number(4);
        if (dropped < 0) {
            throw new BadFrameException("A negative number of messages was dropped.");
        }
        ConsoleOutput console = new ConsoleOutput(List.of(), dropped);
        int kind = fields.number(1);
        return new Frame.Ended(
                run,
                switch (kind) {
                    case FrameWriter.COMPLETED ->
                        new Execution.Completed(fields.flag() ? fields.text() : null, console, ids(fields));
                    case FrameWriter.FAILED -> new Execution.Failed(failure(fields), console, ids(fields));
                    case FrameWriter.STOPPED ->
                        new Execution.Stopped(fields.one(LimitKind.values()), position(fields), console);
                    case FrameWriter.CRASHED ->
                        new Execution.Unavailable(Execution.Unavailable.Reason.CRASHED, console);
                    default -> throw new BadFrameException("There is no end of kind " + kind + ".");
                });
    }

    private static ScriptFailure failure(Fields fields) throws BadFrameException {
        ScriptFailure.Kind kind = fields.one(ScriptFailure.Kind.values());
        String name = fields.text();
        String message = fields.text();
        SourcePosition position = position(fields);
        int call = fields.number(4);
        return new ScriptFailure(kind, name, message, position, call == 0 ? OptionalInt.empty() : OptionalInt.of(call));
    }

    private static @Nullable SourcePosition position(Fields fields) throws BadFrameException {
        int line = fields.number(4);
        int column = fields.number(4);
        return line < 1 || column < 1 ? null : new SourcePosition(line, column);
    }

    private static List<Integer> ids(Fields fields) throws BadFrameException {
        int count = fields.number(4);
        if (count < 0 || count > MAX_IDS) {
            throw new BadFrameException("A list has " + count + " numbers.");
        }
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(fields.number(4));
        }
        return ids;
    }

    /** The rest of a frame. */
    private record Fields(ByteBuffer bytes) {
        int number(int size) throws BadFrameException {
            require(size);
            return size == 1 ? bytes.get() : bytes.getInt();
        }

        long longNumber() throws BadFrameException {
            require(Long.BYTES);
            return bytes.getLong();
        }

        boolean flag() throws BadFrameException {
            return number(1) != 0;
        }

        <T extends Enum<T>> T one(T[] values) throws BadFrameException {
            String name = text();
            for (T value : values) {
                if (value.name().equals(name)) {
                    return value;
                }
            }
            throw new BadFrameException("A constant is unknown.");
        }

        String text() throws BadFrameException {
            int length = number(4);
            if (length < 0) {
                throw new BadFrameException("A text has a negative length.");
            }
            require(length);
            byte[] text = new byte[length];
            bytes.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }

        private void require(int size) throws BadFrameException {
            if (bytes.remaining() < size) {
                throw new BadFrameException("A frame ends within a field.");
            }
        }
    }
}
