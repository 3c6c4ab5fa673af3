package org.springframework.http;

import org.jspecify.annotations.Nullable;

/** Stands for Spring's own. */
public class ResponseEntity<T> extends HttpEntity<T> {
    private final Status status;

    public ResponseEntity(@Nullable T body, int status) {
        super(body);
        this.status = () -> status;
    }

    public Status getStatusCode() {
        return status;
    }

    /** Stands for Spring's {@code HttpStatusCode}. */
    public interface Status {
        int value();

        default boolean isError() {
            return value() >= 400;
        }
    }
}
