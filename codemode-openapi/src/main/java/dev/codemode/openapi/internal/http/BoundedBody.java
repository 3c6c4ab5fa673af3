package dev.codemode.openapi.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a size, and ends the exchange beyond it. Invariant, held by {@code ResponseTest}: neither the bytes
 * on the wire nor those after decompression pass the size.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Says that a body is larger than its bound. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Returns a handler of bodies up to the size. The bound of {@link HttpRequest#timeout} ends with the headers, so the body
     * has one of its own.
     *
     * @param left asked when the headers are there: how long the body may take
     */
    static HttpResponse.BodyHandler<byte[]> upTo(int maxBytes, Supplier<Duration> left) {
        return response -> {
            BoundedBody body = new BoundedBody(maxBytes);
            if (response.headers().firstValueAsLong("Content-Length").orElse(0) > maxBytes) {
                body.result.completeExceptionally(new TooLargeException());
            } else {
                body.result.orTimeout(Math.max(0, left.get().toNanos()), TimeUnit.NANOSECONDS);
            }
            return body;
        };
    }

    private synchronized void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        // The client must have the failure before the subscription is cancelled, which fails the exchange in its own
        // words.
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        var unused = result.whenComplete((read, failure) -> {
            if (failure == null) {
                body.complete(read);
            } else {
                body.completeExceptionally(
                        failure instanceof TimeoutException
                                ? new HttpTimeoutException("The response did not end in time.")
                                : failure);
                cancel();
            }
        });
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        synchronized (this) {
            this.subscription = subscription;
        }
        if (result.isDone()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > maxBytes - bytes.size()) {
                result.completeExceptionally(new TooLargeException());
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(bytes.toByteArray());
    }

    /** Returns the bytes that gzip (RFC 1952) has made these of. */
    static byte[] unzipped(byte[] zipped, int maxBytes) throws IOException {
        if (zipped.length == 0) {
            return zipped;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new TooLargeException();
            }
            return bytes;
        }
    }
}
