package dev.codemode.gateway.config;

import dev.codemode.catalog.CodeModeException;
import java.util.List;

/** Thrown once per configuration, with every mistake in it. */
public final class InvalidConfigurationException extends CodeModeException {
    private static final long serialVersionUID = 1L;

    InvalidConfigurationException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
