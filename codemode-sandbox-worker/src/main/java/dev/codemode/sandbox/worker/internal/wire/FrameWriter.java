package dev.codemode.sandbox.worker.internal.wire;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames: the length of what follows (four bytes, big-endian), a byte for the kind, then the fields. A text is
 * written as its length in bytes and its UTF-8 (RFC 3629). Thread-safe: a frame is written as a whole.
 */
public final class FrameWriter {
    static final byte RUN = 1;
    static final byte REPLY = 2;
    static final byte READY = 3;
    public static final byte CALL = 4;
    static final byte LINE = 5;
    static final byte ENDED = 6;
    static final byte TIMER = 7;
    static final byte CLEAR = 8;
    static final byte FIRED = 9;
    static final byte STOP = 10;
    static final byte COMPLETED = 1;
    static final byte FAILED = 2;
    static final byte STOPPED = 3;
    static final byte CRASHED = 4;

    private final OutputStream out;

    public FrameWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes a frame and everything before it. Blocks while the pipe is full. */
    public void write(Frame frame) throws IOException {
        Bytes bytes = new Bytes();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(0);
        fields(frame, data);
        bytes.setLength();
        synchronized (this) {
            bytes.writeTo(out);
            out.flush();
        }
    }

    private static void fields(Frame frame, DataOutputStream data) throws IOException {
        if (frame instanceof Frame.Call call) {
            data.writeByte(CALL);
            data.writeInt(call.id());
            text(data, call.operation());
            text(data, call.argumentsJson());
        } else if (frame instanceof Frame.Reply reply) {
            data.writeByte(REPLY);
            data.writeInt(reply.callId());
            data.writeLong(reply.clockMillis());
            reply(data, reply.reply());
        } else if (frame instanceof Frame.Timer timer) {
            data.writeByte(TIMER);
            data.writeInt(timer.id());
            data.writeLong(timer.delayMillis());
        } else if (frame instanceof Frame.Clear clear) {
            data.writeByte(CLEAR);
            data.writeInt(clear.timerId());
        } else if (frame instanceof Frame.Fired fired) {
            data.writeByte(FIRED);
            data.writeInt(fired.timerId());
            data.writeLong(fired.clockMillis());
        } else if (frame instanceof Frame.Stop stop) {
            data.writeByte(STOP);
            data.writeLong(stop.runId());
            text(data, stop.limit().name());
        } else if (frame instanceof Frame.Line line) {
            data.writeByte(LINE);
            text(data, line.level().name());
            text(data, line.text());
        } else if (frame instanceof Frame.Run run) {
            data.writeByte(RUN);
            run(data, run);
        } else if (frame instanceof Frame.Ended ended) {
            data.writeByte(ENDED);
            data.writeLong(ended.runId());
            data.writeInt(ended.execution().console().droppedMessages());
            execution(data, ended.execution());
        } else {
            data.writeByte(READY);
        }
    }

    private static void run(DataOutputStream data, Frame.Run run) throws IOException {
        data.writeLong(run.id());
        text(data, run.body());
        List<String> operations = run.operations();
        data.writeBoolean(operations != null);
        if (operations != null) {
            data.writeInt(operations.size());
            for (String operation : operations) {
                text(data, operation);
            }
        }
        limits(data, run.limits());
        data.writeLong(run.startedAt().toEpochMilli());
        data.writeLong(run.seed());
    }

    private static void limits(DataOutputStream data, Limits limits) throws IOException {
        data.writeLong(limits.maxRunTime().toNanos());
        data.writeLong(limits.maxCpuTime().toNanos());
        data.writeLong(limits.maxMemoryBytes());
        data.writeInt(limits.maxHostCalls());
        data.writeInt(limits.maxConcurrentHostCalls());
        data.writeInt(limits.maxSourceBytes());
        data.writeInt(limits.maxArgumentBytes());
        data.writeInt(limits.maxCallResultBytes());
        data.writeInt(limits.maxResultBytes());
        data.writeInt(limits.maxConsoleBytes());
    }

    private static void reply(DataOutputStream data, HostReply reply) throws IOException {
        if (reply instanceof HostReply.Rejected rejected) {
            data.writeBoolean(false);
            text(data, rejected.code());
            text(data, rejected.operation());
            text(data, rejected.message());
            data.writeBoolean(rejected.retryable());
        } else {
            data.writeBoolean(true);
            text(data, ((HostReply.Fulfilled) reply).json());
        }
    }

    private static void execution(DataOutputStream data, Execution execution) throws IOException {
        if (execution instanceof Execution.Completed completed) {
            data.writeByte(COMPLETED);
            String json = completed.resultJson();
            data.writeBoolean(json != null);
            if (json != null) {
                text(data, json);
            }
            ids(data, completed.callsNotAwaited());
        } else if (execution instanceof Execution.Failed failed) {
            data.writeByte(FAILED);
            failure(data, failed.failure());
            ids(data, failed.callsNotAwaited());
        } else if (execution instanceof Execution.Stopped stopped) {
            data.writeByte(STOPPED);
            text(data, stopped.limit().name());
            position(data, stopped.position());
        } else {
            data.writeByte(CRASHED);
        }
    }

    private static void failure(DataOutputStream data, ScriptFailure failure) throws IOException {
        text(data, failure.kind().name());
        text(data, failure.name());
        text(data, failure.message());
        position(data, failure.position());
        data.writeInt(failure.hostCallId().orElse(0));
    }

    private static void position(DataOutputStream data, @Nullable SourcePosition position) throws IOException {
        data.writeInt(position == null ? 0 : position.line());
        data.writeInt(position == null ? 0 : position.column());
    }

    private static void ids(DataOutputStream data, List<Integer> ids) throws IOException {
        data.writeInt(ids.size());
        for (int id : ids) {
            data.writeInt(id);
        }
    }

    private static void text(DataOutputStream data, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    /** A frame whose length is filled in last. */
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(256);
        }

        void setLength() {
            int length = count - Integer.BYTES;
            buf[0] = (byte) (length >>> 24);
            buf[1] = (byte) (length >>> 16);
            buf[2] = (byte) (length >>> 8);
            buf[3] = (byte) length;
        }
    }
}
