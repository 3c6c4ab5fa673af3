package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.openapi.DocumentOperation;
import dev.codemode.openapi.internal.http.HttpOperation;
import dev.codemode.openapi.internal.http.SecurityScheme;
import dev.codemode.source.SourceIssue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a document. Immutable and thread-safe.
 *
 * @param service the service, or null if the text is not a document
 * @param declared each operation's names in the document
 * @param calls how each operation is called; operations without a server that the host permits are missing
 * @param unserved why the other operations cannot be called, in a sentence for scripts
 * @param schemes the security schemes by name
 * @param server where the API is, or null if neither the host nor the document says
 * @param issues what is wrong
 */
public record ReadDocument(
        @Nullable Service service,
        Map<OperationName, DocumentOperation> declared,
        Map<OperationName, HttpOperation> calls,
        Map<OperationName, String> unserved,
        Map<String, SecurityScheme> schemes,
        @Nullable URI server,
        List<SourceIssue> issues) {
    /** Copies the collections. */
    public ReadDocument {
        declared = Map.copyOf(declared);
        calls = Map.copyOf(calls);
        unserved = Map.copyOf(unserved);
        schemes = Map.copyOf(schemes);
        issues = List.copyOf(issues);
    }
}
