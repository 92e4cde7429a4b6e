package cn.gov.jiyuan.platform.portal;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The content security policy of pages (内容安全策略). A browser applies {@code form-action} to every redirect that follows
 * a form, so a page whose form ends at another system must name that system.
 */
public final class ContentPolicy {
    public static final String HEADER = "Content-Security-Policy";

    /** Element Plus sets style attributes from script (CSSOM), which style-src does not forbid; no inline script or style. */
    private static final String BEGINNING = "default-src 'self'; img-src 'self' data: blob:; font-src 'self'"
            + " data:; style-src 'self'; script-src 'self'; worker-src 'self' blob:; object-src 'none';"
            + " base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private ContentPolicy() {}

    /** The policy of every page. */
    public static String own() {
        return BEGINNING;
    }

    /** The policy of a page whose form may lead to these registered addresses. */
    public static String leadingTo(Collection<String> addresses) {
        return BEGINNING
                + addresses.stream()
                        .map(ContentPolicy::origin)
                        .distinct()
                        .map(origin -> " " + origin)
                        .collect(Collectors.joining());
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
