package org.springframework.http;

import org.jspecify.annotations.Nullable;

/** Stands for Spring's own. */
public class HttpEntity<T> {
    private final @Nullable T body;

    public HttpEntity(@Nullable T body) {
        this.body = body;
    }

    public @Nullable T getBody() {
        return body;
    }
}
