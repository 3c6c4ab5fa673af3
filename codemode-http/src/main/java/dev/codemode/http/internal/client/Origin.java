package dev.codemode.http.internal.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The origin of a URL (RFC 6454, 4). Origins are equal whether or not the default port is written out. Immutable and
 * thread-safe.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the name or address, in lower case; an IPv6 address in brackets
 * @param port the port, or −1 for the scheme's default
 */
public record Origin(String scheme, String host, int port) {
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

    /**
     * Returns the origin of an absolute URL.
     *
     * @throws IllegalArgumentException if it has no scheme or no host
     */
    public static Origin of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("A URL without a scheme or a host has no origin.");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() == usual ? -1 : uri.getPort());
    }

    /** Returns whether the host is {@code localhost} or is written as an address that is not public. */
    public boolean isPrivateLiteral() {
        if (isLocalhost()) {
            return true;
        }
        try {
            return ADDRESS.matcher(host).matches() && !AddressCheck.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Returns whether the host is this machine, by address or as {@code localhost}: what is sent there stays here. */
    public boolean isLoopback() {
        try {
            return isLocalhost()
                    || (ADDRESS.matcher(host).matches()
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** RFC 6761, 6.3. */
    private boolean isLocalhost() {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    /** Returns the origin as a URL without a path: {@code https://api.example.com:8443}. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port);
    }
}
