package cn.gov.jiyuan.support.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Calls an address that an administrator registered (后台通知). It follows no redirect, reads no answer beyond its status,
 * waits only so long, and calls neither this machine nor the addresses of its surroundings: nobody can look through it
 * into the network.
 */
@Component
final class BackChannel {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final boolean loopback;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    BackChannel(OpenidSettings settings) {
        this.loopback = settings.loopbackClients();
    }

    /** @return why it failed, in words; empty if the other side took it */
    String post(URI address, String form) {
        try {
            if (!isAllowed(address)) {
                return "地址不在允许范围内";
            }
            HttpResponse<InputStream> answer = http.send(request(address, form), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode() == 200 || answer.statusCode() == 204 ? "" : "对方返回 HTTP " + answer.statusCode();
        } catch (IOException | IllegalArgumentException e) {
            return "无法连接：" + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "发送被中断";
        }
    }

    private static HttpRequest request(URI address, String form) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private boolean isAllowed(URI address) throws IOException {
        for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
            if (each.isAnyLocalAddress() || each.isLinkLocalAddress() || each.isMulticastAddress()) {
                return false;
            }
            if (each.isLoopbackAddress() && !loopback) {
                return false;
            }
        }
        return address.getScheme().equals("https") || (loopback && ClientAddresses.isLoopback(address));
    }
}
