package dev.codemode.openapi.internal.document;

import dev.codemode.http.internal.client.Origin;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.internal.http.ServerUrl;
import dev.codemode.openapi.internal.http.ServerUrl.UnusableException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The servers of operations. Invariant, held by {@code ServersTest}: no operation is sent to an origin that neither the
 * host nor the document's own first server names, and none whose own server cannot be read is sent anywhere. Immutable
 * and thread-safe.
 *
 * @param base where the API is, or null if nothing says so
 * @param hosts whether the host has said so
 * @param declared the URLs that the document names for the API as a whole
 * @param permitted the further servers that the host permits
 */
record Servers(@Nullable URI base, boolean hosts, List<String> declared, List<URI> permitted) {
    /**
     * Where an operation is.
     *
     * @param server its server, or null if it cannot be called
     * @param reason why it cannot, a sentence for whoever runs the host; empty if it can
     * @param unusable whether it cannot because its URL is unusable, whatever the host permits
     */
    record Place(@Nullable URI server, String reason, boolean unusable) {
        private static Place at(URI server) {
            return new Place(server, "", false);
        }
    }

    static Servers of(DocumentOptions options, List<String> declared, Located at, Issues issues) {
        URI base = options.location().baseUrl();
        if (base == null) {
            return new Servers(
                    first(declared, at, issues),
                    false,
                    declared,
                    options.location().servers());
        }
        Servers servers = new Servers(base, true, declared, options.location().servers());
        servers.missingPath()
                .ifPresent(path -> issues.advice(
                        at,
                        "According to the document, the server's path ends with '" + path + "', and that of baseUrl, '"
                                + base + "', does not. If the server is not found there, add it: '" + base + path
                                + "'."));
        return servers;
    }

    /**
     * Returns the first server that says where it is; those before it are reported, since they were meant to be called.
     */
    private static @Nullable URI first(List<String> declared, Located at, Issues issues) {
        List<String> skipped = new ArrayList<>();
        for (String url : declared) {
            try {
                URI base = ServerUrl.of(url);
                skipped.forEach(reason -> issues.add(at, reason + " '" + base + "' was used instead."));
                return base;
            } catch (UnusableException e) {
                skipped.add(reason("The server ", url, e));
            }
        }
        return null;
    }

    private static String reason(String start, String url, UnusableException e) {
        return start
                + quoted(url)
                + (isRelative(url) ? " does not say where it is." : " cannot be called: " + e.reason() + ".");
    }

    private static String quoted(String url) {
        return "'" + Prose.line(ServerUrl.shown(url), Prose.LINE) + "'";
    }

    private static boolean isRelative(String url) {
        return !ServerUrl.isAbsolute(url) && !url.startsWith("//") && !url.contains("{");
    }

    /** Returns the path of the document's servers, if the host's URL has the path of none of them. */
    private Optional<String> missingPath() {
        List<String> paths = declared.stream().map(ServerUrl::writtenPath).toList();
        String own = base == null ? "" : base.getRawPath();
        return paths.stream().anyMatch(path -> endsWith(own, path))
                ? Optional.empty()
                : paths.stream().map(path -> Prose.line(path, Prose.LINE)).findFirst();
    }

    /** Returns whether a path ends with the segments of another, in which a variable stands for any segment. */
    private static boolean endsWith(String path, String end) {
        String[] segments = path.split("/", -1);
        String[] last = end.split("/", -1);
        int start = segments.length - last.length;
        for (int i = 1; i < last.length; i++) {
            boolean same = start + i > 0 && (last[i].contains("{") || last[i].equals(segments[start + i]));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Returns what to report about a document without a server that can be called. */
    String absence() {
        if (declared.isEmpty()) {
            return "The document names no server. Set baseUrl.";
        }
        String url = declared.get(0);
        String path = Prose.line(ServerUrl.writtenPath(url), Prose.LINE);
        String advice =
                " Set baseUrl" + (path.isEmpty() ? "." : "; according to the document, it ends with '" + path + "'.");
        try {
            return "The document's server " + quoted(ServerUrl.of(url).toString()) + " is not called." + advice;
        } catch (UnusableException e) {
            return reason("The document's server ", url, e) + advice;
        }
    }

    /** Returns where an operation with these servers of its own is; without any, it is where the API is. */
    Place of(List<String> own) {
        if (own.isEmpty()) {
            return base == null ? new Place(null, absence(), false) : Place.at(base);
        }
        List<String> reasons = new ArrayList<>();
        boolean unusable = true;
        for (String url : own) {
            try {
                URI server = resolved(url);
                Optional<URI> found = isPermitted(server) ? Optional.of(server) : moved(server);
                if (found.isPresent()) {
                    return Place.at(found.get());
                }
                unusable = false;
                reasons.add(
                        "Its own server " + quoted(url) + " is not one that the host permits: list it under servers.");
            } catch (UnusableException e) {
                reasons.add("Its own server " + quoted(url) + " cannot be called: " + e.reason() + ".");
            }
        }
        return new Place(null, String.join(" ", reasons), unusable);
    }

    /** A URL without a scheme, or without an authority, is relative to the API's own server (RFC 3986, 4.2). */
    private URI resolved(String url) throws UnusableException {
        if (ServerUrl.isAbsolute(url)) {
            return ServerUrl.of(url);
        }
        if (url.startsWith("//")) {
            return ServerUrl.of((base == null ? "https" : base.getScheme()) + ":" + url);
        }
        if (base == null) {
            return ServerUrl.of(url);
        }
        return ServerUrl.of(url.startsWith("/") ? Origin.of(base) + url : base + "/" + url);
    }

    private boolean isPermitted(URI server) {
        Origin origin = Origin.of(server);
        return (base != null && Origin.of(base).equals(origin))
                || permitted.stream().map(Origin::of).anyMatch(origin::equals);
    }

    /**
     * Returns where a server on the same host as the document's own is, if the host has moved the API as a whole: its
     * position relative to {@code baseUrl} is its position relative to the document's server.
     */
    private Optional<URI> moved(URI server) {
        if (base == null || !hosts) {
            return Optional.empty();
        }
        for (String url : declared) {
            try {
                URI declaredAt = resolved(url);
                Optional<String> path = sameHost(declaredAt, server) ? movedPath(declaredAt, server) : Optional.empty();
                if (path.isPresent()) {
                    return Optional.of(URI.create(Origin.of(base) + path.get()));
                }
            } catch (UnusableException e) {
                // Nothing is relative to a server that is nowhere.
            }
        }
        return Optional.empty();
    }

    private static boolean sameHost(URI first, URI second) {
        Origin one = Origin.of(first);
        Origin other = Origin.of(second);
        return one.host().equals(other.host()) && one.port() == other.port();
    }

    private Optional<String> movedPath(URI declaredAt, URI server) {
        String from = declaredAt.getRawPath();
        String to = server.getRawPath();
        String here = base == null ? "" : base.getRawPath();
        if (endsWith(here, from)) {
            return Optional.of(here.substring(0, here.length() - from.length()) + to);
        }
        return to.equals(from) || to.startsWith(from + "/")
                ? Optional.of(here + to.substring(from.length()))
                : Optional.empty();
    }
}
