package dev.codemode.http.internal.client;

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
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a size, and ends the exchange beyond it. Invariant, held by {@code ResponseTest}: neither the
 * bytes on the wire nor those after decompression exceed the size.
 */
public final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final Bound bound;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(Bound bound) {
        this.bound = bound;
    }

    /** Says that a body is larger than its bound. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The handler of one exchange, for bodies up to a size. The bound of {@link HttpRequest#timeout} ends with the
     * headers, so the body has its own.
     */
    static final class Bound implements HttpResponse.BodyHandler<byte[]> {
        private final int maxBytes;
        private final Supplier<Duration> left;
        private volatile @Nullable IOException passed;

        /**
         * @param left asked when the headers have arrived: how long the body may take
         */
        Bound(int maxBytes, Supplier<Duration> left) {
            this.maxBytes = maxBytes;
            this.left = left;
        }

        /**
         * Returns why the exchange was ended, or null if it was not. The client may report such an end in its own
         * words: as a closed connection.
         */
        @Nullable IOException passed() {
            return passed;
        }

        private IOException passed(IOException failure) {
            passed = failure;
            return failure;
        }

        @Override
        public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo response) {
            BoundedBody body = new BoundedBody(this);
            if (response.headers().firstValueAsLong("Content-Length").orElse(0) > maxBytes) {
                body.result.completeExceptionally(passed(new TooLargeException()));
            } else {
                body.result.orTimeout(Math.max(0, left.get().toNanos()), TimeUnit.NANOSECONDS);
            }
            return body;
        }
    }

    private synchronized void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        var unused = result.whenComplete((read, failure) -> {
            if (failure == null) {
                body.complete(read);
            } else {
                body.completeExceptionally(
                        failure instanceof TimeoutException
                                ? bound.passed(new HttpTimeoutException("The response did not end in time."))
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
            if (buffer.remaining() > bound.maxBytes - bytes.size()) {
                result.completeExceptionally(bound.passed(new TooLargeException()));
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

    /**
     * Returns the bytes that these decompress to by gzip (RFC 1952).
     *
     * @throws TooLargeException if they are more than permitted
     * @throws ZipException if they are not gzip
     */
    static byte[] unzipped(byte[] zipped, int maxBytes) throws TooLargeException, ZipException {
        if (zipped.length == 0) {
            return zipped;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new TooLargeException();
            }
            return bytes;
        } catch (TooLargeException | ZipException e) {
            throw e;
        } catch (IOException | StackOverflowError e) {
            // The JDK reads empty members by recursion, however many there are.
            throw (ZipException) new ZipException("The body is not gzip, or ends early.").initCause(e);
        }
    }
}
