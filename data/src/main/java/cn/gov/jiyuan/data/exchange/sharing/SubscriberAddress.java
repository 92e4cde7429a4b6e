package cn.gov.jiyuan.data.exchange.sharing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Which addresses news may be sent to: neither this machine nor what only a machine itself can reach.
 *
 * @param loopback this machine counts as another, for tests and demonstrations
 */
record SubscriberAddress(boolean loopback) {
    boolean allows(String url) {
        try {
            URI target = URI.create(url);
            String host = target.getHost();
            if (host == null
                    || target.getScheme() == null
                    || !target.getScheme().matches("https?")) {
                return false;
            }
            for (InetAddress address : InetAddress.getAllByName(host)) {
                boolean inward =
                        address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress();
                if (inward && !(loopback && address.isLoopbackAddress())) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
