package dev.codemode.openapi.internal.http;

import dev.codemode.source.OperationFailedException;

/** Refuses arguments that no request can be made from. Holds no state. */
final class Refusal {
    private Refusal() {}

    static OperationFailedException of(String argument, String reason) {
        return new OperationFailedException("'" + argument + "' " + reason);
    }
}
