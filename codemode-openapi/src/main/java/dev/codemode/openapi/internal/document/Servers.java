package dev.codemode.openapi.internal.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where operations are. Invariant, held by {@code ServersTest}: no operation is sent to an origin that neither the host
 * nor the document's own first server names. Immutable and thread-safe.
 *
 * @param base where the API is, or null where nobody says
 * @param authorities the hosts and ports that the document names for the API as a whole
 * @param permitted the further servers that the host permits
 */
record Servers(@Nullable URI base, Set<String> authorities, List<URI> permitted) {
    private static final Pattern AUTHORITY = Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//([^/?#]+)");

    static Servers of(DocumentOptions options, List<String> declared) {
        URI base = options.baseUrl();
        if (base == null) {
            base = declared.stream()
                    .flatMap(url -> absolute(url).stream())
                    .findFirst()
                    .orElse(null);
        }
        Set<String> authorities = new HashSet<>();
        declared.forEach(url -> authorities.add(authority(url)));
        return new Servers(base == null ? null : trimmed(base), authorities, options.servers());
    }

    private static Optional<URI> absolute(String url) {
        try {
            URI uri = URI.create(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return http && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI trimmed(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    /** Returns where an operation with these servers of its own is, or nothing where the host permits none of them. */
    Optional<URI> of(List<String> own) {
        if (own.isEmpty()) {
            return Optional.ofNullable(base);
        }
        List<URI> candidates = new ArrayList<>();
        for (String url : own) {
            absolute(url).or(() -> below(url)).map(Servers::trimmed).ifPresent(candidates::add);
        }
        return candidates.stream()
                .filter(this::isPermitted)
                .findFirst()
                .or(() -> ofTheApi(own) ? Optional.ofNullable(base) : Optional.empty());
    }

    /** Returns whether the operation is where the API as a whole is, which the host has put elsewhere. */
    private boolean ofTheApi(List<String> own) {
        return own.stream().map(Servers::authority).anyMatch(authorities::contains);
    }

    private static String authority(String url) {
        Matcher matcher = AUTHORITY.matcher(url);
        return matcher.lookingAt() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** A URL without a scheme counts from the API's own server. */
    private Optional<URI> below(String url) {
        try {
            boolean relative = base != null && !url.contains(":") && !url.startsWith("//");
            return relative ? Optional.of(URI.create(base + "/").resolve(url)) : Optional.ofNullable(base);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isPermitted(URI server) {
        return (base != null && origin(base).equals(origin(server)))
                || permitted.stream().anyMatch(other -> origin(other).equals(origin(server)));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
