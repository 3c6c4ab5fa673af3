package dev.codemode.http.internal.client;

import dev.codemode.source.OperationFailedException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps requests away from private networks. Invariant, held by {@code AddressCheckTest}: unless the host names the
 * server or permits it, no request goes to a name that has an address outside the public Internet.
 *
 * <p>Our own client of plain HTTP connects to the addresses that were checked. The JDK's client resolves a name again
 * when it connects, and connects to whatever it gets. The JVM caches what it resolved, for 30 s by default, so the two
 * answers differ only if an entry expires in between; the owner of the name knows when. So names are checked again when
 * the exchange is over; if one is private by then, the answer is thrown away, and nothing goes there any more. What this
 * leaves open: such a request has been sent; and where the JVM caches nothing ({@code networkaddress.cache.ttl=0}), or
 * an exchange lasts longer than an entry, a name may have changed back. Thread-safe.
 */
final class AddressCheck {
    private final Set<Origin> permitted;
    private final boolean all;
    private final FaultLog log;
    private final Set<Origin> turned = ConcurrentHashMap.newKeySet();

    /**
     * Creates a check.
     *
     * @param permitted origins that may be private
     * @param all whether every origin may be
     */
    AddressCheck(Set<Origin> permitted, boolean all, FaultLog log) {
        this.permitted = Set.copyOf(permitted);
        this.all = all;
        this.log = log;
    }

    /**
     * Checks a request's destination before it is sent.
     *
     * @throws OperationFailedException if it must not go there
     * @throws UnknownHostException if the name has no address
     */
    void check(URI uri) throws UnknownHostException {
        if (uri.getHost() == null) {
            throw refused();
        }
        Origin origin = Origin.of(uri);
        if (!isPermitted(origin)) {
            requirePublic(origin, resolved(origin));
        }
    }

    /**
     * Returns the addresses of a request's destination, all of them checked, for a client that connects to these and
     * does not resolve the name again.
     *
     * @throws OperationFailedException if it must not go there
     * @throws UnknownHostException if the name has no address
     */
    InetAddress[] permitted(URI uri) throws UnknownHostException {
        if (uri.getHost() == null) {
            throw refused();
        }
        Origin origin = Origin.of(uri);
        InetAddress[] addresses = resolved(origin);
        if (!isPermitted(origin)) {
            requirePublic(origin, addresses);
        }
        return addresses;
    }

    private boolean isPermitted(Origin origin) {
        return all || permitted.contains(origin);
    }

    private void requirePublic(Origin origin, InetAddress[] addresses) {
        if (turned.contains(origin) || !isPublic(origin, addresses)) {
            throw refused();
        }
    }

    private static InetAddress[] resolved(Origin origin) throws UnknownHostException {
        return InetAddress.getAllByName(origin.host());
    }

    /**
     * Checks a request's destination after it was sent, whether or not it was answered.
     *
     * @throws OperationFailedException if the answer must not be used
     */
    void confirm(URI uri) {
        Origin origin = Origin.of(uri);
        if (isPermitted(origin)) {
            return;
        }
        if (turned.contains(origin) || !isStillPublic(origin)) {
            turned.add(origin);
            throw new OperationFailedException(
                    "The response was discarded: the server's name now leads to an address that the host does not"
                            + " permit.",
                    OperationFailedException.Retry.UNKNOWN,
                    OptionalInt.empty(),
                    null);
        }
    }

    private boolean isStillPublic(Origin origin) {
        try {
            return isPublic(origin, resolved(origin));
        } catch (UnknownHostException e) {
            log.warn(
                    "address",
                    origin,
                    "the name of {0} no longer resolves since a request was sent there; the response is not used");
            return false;
        }
    }

    private boolean isPublic(Origin origin, InetAddress[] addresses) {
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                log.warn(
                        "address",
                        origin,
                        "no request goes to {0}: " + address.getHostAddress()
                                + " is not a public address. If the server"
                                + " is yours, name it with baseUrl or servers, or set allowPrivateAddresses");
                return false;
            }
        }
        return true;
    }

    private static OperationFailedException refused() {
        return new OperationFailedException(
                "The request was not sent: its server is at an address that the host does not permit.");
    }

    /** Returns whether the address belongs to the public Internet (RFC 6890 and its registries). */
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
