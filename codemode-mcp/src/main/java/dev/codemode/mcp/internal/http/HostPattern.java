package dev.codemode.mcp.internal.http;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host that a header may name (RFC 9110, section 7.2), or an origin (RFC 6454, section 6.1).
 *
 * @param scheme of an origin; empty for a host
 * @param host in lower case; IPv6 in brackets
 * @param port -1 if there is none; in an allowed one that means any
 */
public record HostPattern(String scheme, String host, int port) {
    private static final Pattern TEXT =
            Pattern.compile("(?:(?<scheme>https?)://)?(?<host>\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");

    /** Returns what the text names, or null if it does not name a host or an origin. */
    static @Nullable HostPattern read(String text) {
        Matcher matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        String scheme = matcher.group("scheme");
        String port = matcher.group("port");
        return new HostPattern(
                scheme == null ? "" : scheme, matcher.group("host"), port == null ? -1 : Integer.parseInt(port));
    }

    /** Returns the names of this machine for itself, on every port. */
    public static Set<HostPattern> loopbackHosts() {
        return hosts("localhost", "127.0.0.1", "[::1]");
    }

    /** Returns the origins of pages that this machine serves itself, on every port. */
    public static Set<HostPattern> loopbackOrigins() {
        return origins(
                "http://localhost",
                "http://127.0.0.1",
                "http://[::1]",
                "https://localhost",
                "https://127.0.0.1",
                "https://[::1]");
    }

    /**
     * Reads hosts.
     *
     * @throws IllegalArgumentException if a text is not one
     */
    public static Set<HostPattern> hosts(String... hosts) {
        return all(hosts, "a host such as api.example.com or localhost:8080", false);
    }

    /**
     * Reads origins.
     *
     * @throws IllegalArgumentException if a text is not one
     */
    public static Set<HostPattern> origins(String... origins) {
        return all(origins, "an origin such as https://chat.example.com", true);
    }

    private static Set<HostPattern> all(String[] texts, String what, boolean withScheme) {
        Set<HostPattern> patterns = new LinkedHashSet<>();
        for (String text : texts) {
            HostPattern pattern = read(text);
            if (pattern == null || pattern.scheme.isEmpty() == withScheme) {
                throw new IllegalArgumentException("Expected " + what + ", but was '" + text + "'.");
            }
            patterns.add(pattern);
        }
        return Collections.unmodifiableSet(patterns);
    }

    boolean allows(HostPattern given) {
        return scheme.equals(given.scheme) && host.equals(given.host) && (port < 0 || port == given.port);
    }
}
