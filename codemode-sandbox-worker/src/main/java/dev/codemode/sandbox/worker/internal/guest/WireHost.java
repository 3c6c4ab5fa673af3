package dev.codemode.sandbox.worker.internal.guest;

import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.realm.Delivery;
import dev.codemode.sandbox.realm.ScriptHost;
import dev.codemode.sandbox.worker.internal.wire.Frame;
import dev.codemode.sandbox.worker.internal.wire.FrameWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The host's half of one script, at the other end of the pipe. Thread-safe. */
final class WireHost implements ScriptHost {
    private final FrameWriter out;
    private final BlockingQueue<Optional<Delivery>> deliveries = new LinkedBlockingQueue<>();

    WireHost(FrameWriter out) {
        this.out = out;
    }

    /** Hands over what the host has sent. */
    void deliver(Delivery delivery) {
        deliveries.add(Optional.of(delivery));
    }

    /** The host's clock is what counts; it runs already. */
    @Override
    public void started() {}

    @Override
    public void call(HostCall call) {
        send(new Frame.Call(call.id(), call.operation(), call.argumentsJson()));
    }

    @Override
    public void startTimer(int id, long delayMillis) {
        send(new Frame.Timer(id, delayMillis));
    }

    @Override
    public void clearTimer(int id) {
        send(new Frame.Clear(id));
    }

    /** Sends a frame, or nothing if the host is gone: the thread that reads from it ends the process. */
    void send(Frame frame) {
        try {
            out.write(frame);
        } catch (IOException e) {
            // The host is gone.
        }
    }

    @Override
    public @Nullable Delivery next() throws InterruptedException {
        return deliveries.take().orElse(null);
    }

    @Override
    public void wake() {
        deliveries.add(Optional.empty());
    }
}
