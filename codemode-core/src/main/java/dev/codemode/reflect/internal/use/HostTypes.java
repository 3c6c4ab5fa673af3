package dev.codemode.reflect.internal.use;

import java.util.Map;
import java.util.Optional;

/**
 * Types that a host's framework fills in and no script can pass, by name so that the frameworks need not be present.
 */
public final class HostTypes {
    private static final String CALLER =
            "It belongs to a request that the host received. Declare a parameter of type dev.codemode.catalog.Caller instead:"
                    + " it is filled in, and scripts do not see it.";
    private static final String BYTES = "Take the file's content as byte[], which scripts pass as base64.";
    private static final String PAGE = "Take its parts, such as 'int page, int size', and build it in the method.";

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("java.security.Principal", CALLER),
            Map.entry("jakarta.servlet.ServletRequest", CALLER),
            Map.entry("jakarta.servlet.ServletResponse", CALLER),
            Map.entry("jakarta.servlet.http.HttpSession", CALLER),
            Map.entry("javax.servlet.ServletRequest", CALLER),
            Map.entry("javax.servlet.ServletResponse", CALLER),
            Map.entry("javax.servlet.http.HttpSession", CALLER),
            Map.entry("jakarta.ws.rs.core.SecurityContext", CALLER),
            Map.entry("org.springframework.web.context.request.RequestAttributes", CALLER),
            Map.entry("org.springframework.http.HttpMessage", CALLER),
            Map.entry("jakarta.servlet.http.Part", BYTES),
            Map.entry("org.springframework.web.multipart.MultipartFile", BYTES),
            Map.entry("org.springframework.data.domain.Pageable", PAGE),
            Map.entry(
                    "org.springframework.data.domain.Sort",
                    "Take the names of properties as a String or a List of String, and build it in the method."));

    private HostTypes() {}

    /** Returns what to do instead of a parameter of the type, or nothing if a script may pass it. */
    public static Optional<String> remedy(Class<?> type) {
        String own = REMEDIES.get(type.getName());
        if (own != null) {
            return Optional.of(own);
        }
        for (Class<?> parent : type.getInterfaces()) {
            Optional<String> inherited = remedy(parent);
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return type.getSuperclass() == null ? Optional.empty() : remedy(type.getSuperclass());
    }
}
