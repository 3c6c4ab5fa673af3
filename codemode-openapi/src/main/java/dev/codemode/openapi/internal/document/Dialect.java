package dev.codemode.openapi.internal.document;

import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.openapi.internal.http.SecurityScheme;
import java.util.List;
import java.util.Map;

/** How a version of the specification spells what a document declares. Confined to one thread at a time. */
interface Dialect {
    /** Returns every operation of the document, in its order. */
    List<DeclaredOperation> operations();

    /** Returns the security schemes by name. */
    Map<String, SecurityScheme> schemes();

    /**
     * Returns the URLs of the servers, in order, with the defaults of their variables; one that is only the end of a
     * URL does not say where it is.
     */
    List<String> servers();

    /** Returns the place where the document names its servers. */
    Located serversAt();

    /** Returns the named schemas, in the order of the document. */
    List<Located> schemas();
}
