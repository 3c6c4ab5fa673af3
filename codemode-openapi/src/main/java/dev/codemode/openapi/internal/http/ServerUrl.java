package dev.codemode.openapi.internal.http;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the URL of a server from a host's configuration or a document. Invariant, held by {@code ServerUrlTest}: an
 * accepted URL has one authority, and a path to which more can be appended without changing what precedes it. Holds no
 * state.
 */
public final class ServerUrl {
    /** RFC 3986, appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::([^:]*))?");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}?");
    private static final Pattern DOTS = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)%(2e|2f|5c|00|25)");
    private static final Pattern USER = Pattern.compile("//[^/?#]*@");

    private ServerUrl() {}

    /** Says why no request can go to a URL, as a clause: {@code it has a query}. */
    public static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String reason) {
            super(reason);
        }

        /** Returns the clause. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Returns the URL with its host in ASCII (RFC 5891) and lower case, and without a trailing slash.
     *
     * @throws UnusableException if no request can go there, or it would not be sure to arrive where the URL says
     */
    public static URI of(String text) throws UnusableException {
        checkCharacters(text);
        Matcher parts = PARTS.matcher(text);
        String scheme =
                parts.matches() && parts.group(1) != null ? parts.group(1).toLowerCase(Locale.ROOT) : "";
        if (!Set.of("http", "https").contains(scheme) || parts.group(2) == null) {
            throw new UnusableException("it does not begin with http:// or https://");
        }
        if (parts.group(4) != null || parts.group(5) != null) {
            throw new UnusableException(parts.group(4) != null ? "it has a query" : "it has a fragment");
        }
        return assembled(scheme + "://" + authority(parts.group(2)), path(parts.group(3)));
    }

    private static void checkCharacters(String text) throws UnusableException {
        Matcher variable = VARIABLE.matcher(text);
        if (variable.find()) {
            throw new UnusableException("'" + variable.group() + "' in it has no default");
        }
        if (text.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == 0xA0)) {
            throw new UnusableException("it has a blank or a control character");
        }
        if (text.indexOf('\\') >= 0) {
            throw new UnusableException("it has a backslash");
        }
    }

    private static String authority(String authority) throws UnusableException {
        if (authority.indexOf('@') >= 0) {
            throw new UnusableException("it has a user name or a password");
        }
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches()) {
            throw new UnusableException("it names no host");
        }
        return host(matcher.group(1)) + port(matcher.group(2));
    }

    private static String host(String written) throws UnusableException {
        if (written.isEmpty()) {
            throw new UnusableException("it names no host");
        }
        String host = ascii(written).toLowerCase(Locale.ROOT);
        if (host.indexOf('_') >= 0) {
            throw new UnusableException("its host '" + written + "' has an underscore, which host names cannot have"
                    + " (RFC 952). Give the server another name, or write its address");
        }
        if (host.indexOf('%') >= 0 || checked("http://" + host).getHost() == null) {
            throw new UnusableException("its host '" + written + "' is neither a host name (RFC 1123) nor an address");
        }
        return host;
    }

    private static URI checked(String url) throws UnusableException {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("it is not a valid URL");
        }
    }

    private static String ascii(String host) throws UnusableException {
        try {
            return host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("its host '" + host + "' is not a host name (RFC 5891)");
        }
    }

    private static String port(@Nullable String port) throws UnusableException {
        if (port == null || port.isEmpty()) {
            return "";
        }
        if (!port.matches("0{0,9}[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new UnusableException("its port '" + port + "' is not a number from 1 to 65535");
        }
        return ":" + Integer.parseInt(port);
    }

    /** Anything that servers drop, decode or take for a parameter would shift what is appended to the path. */
    private static String path(String path) throws UnusableException {
        if (path.indexOf(';') >= 0) {
            throw new UnusableException("its path has a semicolon");
        }
        if (DOTS.matcher(path).find()) {
            throw new UnusableException("its path has '.' or '..' as a segment");
        }
        if (AMBIGUOUS.matcher(path).find()) {
            throw new UnusableException("its path has an encoded dot, slash, backslash or percent sign");
        }
        return path.replaceFirst("/+$", "");
    }

    private static URI assembled(String origin, String path) throws UnusableException {
        return URI.create(checked(origin + path).toASCIIString());
    }

    /** Returns the path of a URL or of the end of one, as written, without a trailing slash. */
    public static String writtenPath(String text) {
        Matcher parts = PARTS.matcher(text);
        String path = parts.matches() ? parts.group(3).replaceFirst("/+$", "") : "";
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    /** Returns whether the text has a scheme, so that it is not the end of another URL. */
    public static boolean isAbsolute(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches() && parts.group(1) != null;
    }

    /** Returns the text without a password in it. */
    public static String shown(String text) {
        return USER.matcher(text).replaceFirst("//***@");
    }
}
