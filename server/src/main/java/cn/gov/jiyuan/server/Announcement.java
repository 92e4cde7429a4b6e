package cn.gov.jiyuan.server;

import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.instance.Instance;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the platform where it is. */
@Component
class Announcement {
    private final JiyuanHome home;
    private final Instance instance;

    Announcement(JiyuanHome home, Instance instance) {
        this.home = home;
        this.instance = instance;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            Duration taken = event.getTimeTaken() == null ? Duration.ZERO : event.getTimeTaken();
            System.out.println("""

                    %s已就绪：http://localhost:%d/
                    启动用时 %s 秒，数据目录 %s，按 Ctrl+C 停止。
                    """.formatted(
                            instance.name(),
                            context.getWebServer().getPort(),
                            String.format(Locale.ROOT, "%.1f", taken.toMillis() / 1000.0),
                            home.root()));
        }
    }
}
