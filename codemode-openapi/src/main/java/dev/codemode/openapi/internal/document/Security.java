package dev.codemode.openapi.internal.document;

import dev.codemode.http.internal.secret.SecretText;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.internal.http.HttpOperation.SecurityNeed;
import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.SecurityScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document says about credentials, in any version of the specification. Confined to one thread at a time. */
final class Security {
    private static final Set<String> LOCATIONS = Set.of("query", "header", "cookie");

    private final Located root;
    private final Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    private final Set<String> credentials;
    private final Issues issues;

    /** @param credentials the schemes that the host has credentials for */
    Security(Located root, Located definitions, Set<String> credentials, References references, Issues issues) {
        this.root = root;
        this.credentials = credentials;
        this.issues = issues;
        for (Located definition : definitions.members()) {
            references.follow(definition).ifPresent(scheme -> schemes.put(definition.key(), scheme(scheme)));
        }
    }

    Map<String, SecurityScheme> schemes() {
        return schemes;
    }

    private SecurityScheme scheme(Located at) {
        String type = at.text("type").orElse("");
        return switch (type) {
            case "apiKey" -> apiKey(at);
            case "http" ->
                new SecurityScheme.Http(at.text("scheme").orElse("bearer").toLowerCase(Locale.ROOT));
            case "basic" -> new SecurityScheme.Http("basic");
            case "oauth2", "openIdConnect" -> new SecurityScheme.OAuth2(tokenUrl(at));
            case "mutualTLS" -> new SecurityScheme.Other(type);
            default -> {
                issues.add(
                        at,
                        "A security scheme has the unknown type '" + Prose.line(type, 40)
                                + "': set authorization, if one credential for every request is enough.");
                yield new SecurityScheme.Other(type);
            }
        };
    }

    private SecurityScheme apiKey(Located at) {
        String location = at.text("in").orElse("");
        String name = at.text("name").orElse("");
        boolean named = location.equals("header") ? SecretText.isToken(name) : !name.isEmpty();
        if (!LOCATIONS.contains(location) || !named) {
            issues.add(
                    at,
                    "An API key needs a valid name, and must be 'in' query, header or cookie: set authorization, if"
                            + " one credential for every request is enough.");
            return new SecurityScheme.Other("apiKey");
        }
        return new SecurityScheme.ApiKey(HttpParameter.Location.valueOf(location.toUpperCase(Locale.ROOT)), name);
    }

    private @Nullable URI tokenUrl(Located at) {
        Located flow = at.get("flows").get("clientCredentials");
        String url = flow.text("tokenUrl")
                .or(() -> at.text("flow").filter("application"::equals).flatMap(own -> at.text("tokenUrl")))
                .orElse("");
        try {
            URI uri = URI.create(url);
            return uri.isAbsolute() ? uri : null;
        } catch (IllegalArgumentException e) {
            issues.add(at, "The token URL is not valid: set tokenUrl.");
            return null;
        }
    }

    /**
     * Returns what an operation needs: its own alternatives, or those of the document. If neither says anything, it
     * needs whatever the host has credentials for: a host that names a scheme wants its credential sent.
     */
    List<List<SecurityNeed>> needs(Located operation) {
        Located own = operation.get("security");
        Located said = own.exists() ? own : root.get("security");
        if (!said.exists()) {
            return unsaid();
        }
        List<List<SecurityNeed>> alternatives = new ArrayList<>();
        for (Located alternative : said.items()) {
            List<SecurityNeed> together = new ArrayList<>();
            for (Located need : alternative.members()) {
                if (!schemes.containsKey(need.key())) {
                    issues.add(need, "There is no security scheme of this name. Define it.");
                }
                together.add(new SecurityNeed(need.key(), alternative.texts(need.key())));
            }
            alternatives.add(together);
        }
        return alternatives;
    }

    private List<List<SecurityNeed>> unsaid() {
        List<SecurityNeed> all = schemes.keySet().stream()
                .filter(credentials::contains)
                .map(scheme -> new SecurityNeed(scheme, List.of()))
                .toList();
        return all.isEmpty() ? List.of() : List.of(all);
    }
}
