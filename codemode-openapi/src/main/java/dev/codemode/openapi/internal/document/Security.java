package dev.codemode.openapi.internal.document;

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
    private final Issues issues;

    Security(Located root, Located definitions, References references, Issues issues) {
        this.root = root;
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
                                + "': the host must authorise its requests with authorizer(...).");
                yield new SecurityScheme.Other(type);
            }
        };
    }

    private SecurityScheme apiKey(Located at) {
        String location = at.text("in").orElse("");
        String name = at.text("name").orElse("");
        if (!LOCATIONS.contains(location) || name.isEmpty()) {
            issues.add(
                    at,
                    "An API key needs a name, and must be 'in' query, header or cookie: the host must authorise"
                            + " its requests with authorizer(...).");
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
            issues.add(at, "The token URL is not valid: the host must name it with the credential.");
            return null;
        }
    }

    /** Returns what an operation needs: its own alternatives, or those of the document. */
    List<List<SecurityNeed>> needs(Located operation) {
        Located own = operation.get("security");
        List<List<SecurityNeed>> alternatives = new ArrayList<>();
        for (Located alternative : (own.exists() ? own : root.get("security")).items()) {
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
}
