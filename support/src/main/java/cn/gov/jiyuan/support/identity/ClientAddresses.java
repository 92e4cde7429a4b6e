package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** Which addresses of a client may be registered: with TLS, complete, without anything that could be bent. */
final class ClientAddresses {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int LONGEST = 500;
    private static final int MOST = 20;

    private ClientAddresses() {}

    /** @throws Fault {@code identity.client-address} if one of them may not be registered */
    static void require(String field, List<String> addresses, boolean loopback) {
        if (addresses.size() > MOST) {
            throw Fault.at("/" + field, IdentityError.CLIENT_ADDRESS, "最多 " + MOST + " 个");
        }
        for (String address : addresses) {
            if (!isGood(address, loopback)) {
                throw Fault.at("/" + field, IdentityError.CLIENT_ADDRESS, address);
            }
        }
    }

    private static boolean isGood(String address, boolean loopback) {
        try {
            URI uri = new URI(address);
            boolean complete = uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && address.length() <= LONGEST
                    && !address.contains("*");
            return complete
                    && ("https".equals(uri.getScheme())
                            || (loopback && "http".equals(uri.getScheme()) && isLoopback(uri)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
