package dev.codemode.http.internal.client;

import dev.codemode.source.OperationFailedException.Retry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The reason why an exchange has brought no response. Immutable and thread-safe. */
public enum Breakage {
    /** The server's name cannot be resolved. */
    UNKNOWN_HOST(
            "The server cannot be reached. Nothing was sent.",
            "the server's name cannot be resolved. Look for a mistake in its URL, or for a name service that is down"),
    /** Nothing listens there, or there is no route to it. */
    UNREACHABLE(
            "The server cannot be reached. Nothing was sent.",
            "the server cannot be reached: it refuses connections, or no network leads to it"),
    /** The server does not answer at all. */
    NO_CONNECTION_IN_TIME(
            "The server cannot be reached. Nothing was sent.", "the server did not accept a connection in time"),
    /** The server's certificate is one that the JVM does not trust. */
    UNTRUSTED(
            "The host does not trust the server's certificate. Nothing was sent.",
            "the server's certificate is not trusted. Put its authority into the trust store of the JVM"
                    + " (-Djavax.net.ssl.trustStore), or write the URL with the name that the certificate is for"),
    /** The server does not speak TLS, or no version that the JVM speaks. */
    NO_TLS(
            "No secure connection to the server could be made. Nothing was sent.",
            "no secure connection could be made. Does the server speak TLS at this port?"),
    /** The server has accepted the request but not answered. */
    NO_ANSWER_IN_TIME("The server did not answer in time.", "the server did not answer in time (limit: timeout)"),
    /** The answer has arrived but is unreadable. */
    UNREADABLE(
            "The server answered, but its answer cannot be decompressed.",
            "the server's answer is not gzip, although it says so"),
    /** The connection ended. */
    BROKEN("The connection to the server broke before it answered.", "the connection broke before the server answered");

    private final String message;
    private final String cause;

    Breakage(String message, String cause) {
        this.message = message;
        this.cause = cause;
    }

    public static Breakage of(IOException failure) {
        if (failure instanceof UnknownHostException || caused(failure, UnresolvedAddressException.class)) {
            return UNKNOWN_HOST;
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return NO_CONNECTION_IN_TIME;
        }
        if (failure instanceof ConnectException) {
            return UNREACHABLE;
        }
        if (failure instanceof HttpTimeoutException) {
            return NO_ANSWER_IN_TIME;
        }
        if (failure instanceof ZipException) {
            return UNREADABLE;
        }
        return failure instanceof SSLException ? ofTls(failure) : BROKEN;
    }

    private static Breakage ofTls(IOException failure) {
        if (caused(failure, GeneralSecurityException.class) || failure instanceof SSLPeerUnverifiedException) {
            return UNTRUSTED;
        }
        boolean plain = String.valueOf(failure.getMessage()).contains("nrecognized SSL message");
        return failure instanceof SSLHandshakeException || plain ? NO_TLS : BROKEN;
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        int depth = 0;
        for (Throwable at = failure; at != null && depth < 10; at = at.getCause(), depth++) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the message for scripts. */
    public String message() {
        return message;
    }

    /** Returns the message for the host. */
    public String cause() {
        return cause;
    }

    /** Returns whether another attempt may succeed. */
    public boolean passes() {
        return this != UNTRUSTED && this != NO_TLS && this != UNREADABLE;
    }

    /** Returns whether the same call may succeed later. */
    public Retry retry(boolean safe) {
        return switch (this) {
            case UNTRUSTED, NO_TLS -> Retry.NO;
            case UNKNOWN_HOST, UNREACHABLE, NO_CONNECTION_IN_TIME -> Retry.LATER;
            case UNREADABLE -> safe ? Retry.NO : Retry.UNKNOWN;
            case NO_ANSWER_IN_TIME, BROKEN -> safe ? Retry.LATER : Retry.UNKNOWN;
        };
    }
}
