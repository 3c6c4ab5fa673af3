package dev.codemode.openapi.internal.http;

import dev.codemode.source.OperationFailedException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps requests away from private networks. Invariant, held by {@code AddressCheckTest}: unless the host permits it, no
 * request goes to a name of which an address is not one of the public Internet. Immutable and thread-safe.
 *
 * <p>The JVM keeps what it resolved for 30 s, so that the client connects to the addresses that were looked at here. Where
 * the security property {@code networkaddress.cache.ttl} is 0, a name server could answer otherwise in between.
 *
 * @param permitted origins that may be private
 * @param all whether every origin may be
 */
record AddressCheck(Set<URI> permitted, boolean all) {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");

    /**
     * Checks where a request goes.
     *
     * @throws OperationFailedException if it must not go there
     * @throws UnknownHostException if the name has no address
     */
    void check(URI uri) throws UnknownHostException {
        String host = uri.getHost();
        if (host == null) {
            throw refused();
        }
        if (all || permitted.contains(origin(uri))) {
            return;
        }
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!isPublic(address)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A request to {0} was not sent: {1} is not a public address; allowPrivateAddresses() permits it",
                        origin(uri),
                        address.getHostAddress());
                throw refused();
            }
        }
    }

    private static OperationFailedException refused() {
        return new OperationFailedException(
                "The request was not sent: its server is at an address that the host does not permit.");
    }

    /** Returns scheme, host and port, in small letters and without a default port. */
    static URI origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
    }

    /** Returns whether the address is one of the public Internet (RFC 6890 and its registries). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        int third = bytes[at + 2] & 0xFF;
        boolean reserved = first == 0
                || first == 10
                || first == 127
                || first >= 224 // multicast, reserved, broadcast
                || (first == 100 && second >= 64 && second < 128) // RFC 6598
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19)) // RFC 2544
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
        return !reserved;
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
        if (startsWithZeros(bytes, 12) || isMapped(bytes)) {
            return isPublic4(bytes, 12);
        }
        if (first == 0x64 && second == 0xFF9B) { // NAT64, RFC 6052 and 8215
            return bytes[4] == 0 && bytes[5] == 0 && isPublic4(bytes, 12);
        }
        if (first == 0x2002) { // 6to4, RFC 3056
            return isPublic4(bytes, 2);
        }
        boolean global = (first & 0xE000) == 0x2000;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xDB8);
        return global && !special && first != 0x3FFF;
    }

    private static boolean startsWithZeros(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMapped(byte[] bytes) {
        return startsWithZeros(bytes, 10) && bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
    }
}
