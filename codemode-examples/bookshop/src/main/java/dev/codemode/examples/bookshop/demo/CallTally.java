package dev.codemode.examples.bookshop.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.audit.Tokens;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationHandler;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts what a model would write and read if it made each call of a script itself. Thread-safe. */
final class CallTally implements OperationInterceptor {
    private final ObjectMapper mapper = new ObjectMapper();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();

    @Override
    public @Nullable Object intercept(OperationCall call, OperationHandler next) throws Exception {
        Object result = next.invoke(call);
        calls.incrementAndGet();
        tokens.addAndGet(tokensOf(call.arguments()) + tokensOf(result));
        return result;
    }

    private int tokensOf(@Nullable Object json) throws JsonProcessingException {
        return Tokens.of(mapper.writeValueAsString(json));
    }

    int calls() {
        return calls.get();
    }

    int tokens() {
        return tokens.get();
    }
}
