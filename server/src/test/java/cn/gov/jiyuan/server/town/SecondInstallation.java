package cn.gov.jiyuan.server.town;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.server.JiyuanApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same program as the platform of the province, on its own database, home and port; it may go down and come back. */
public final class SecondInstallation implements AutoCloseable {
    private static final Set<String> LOADED = Set.of("DemoParties", "DemoAccounts", "DemoProvince");

    private final TestDatabase database = TestPostgres.fresh();
    private final Path home;
    private final int port = freePort();
    private final Clock clock;
    private @Nullable ConfigurableApplicationContext context;

    /** @param clock of the first one: both live on the same day */
    public SecondInstallation(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
        goesUp();
        context().getBeanProvider(DemoSource.class).stream()
                .filter(source -> LOADED.contains(source.name()))
                .sorted(Comparator.comparingInt(DemoSource::order))
                .forEach(source -> source.load(new Unseen()));
    }

    public void goesUp() {
        // Both live on the same day, or what one signs would be stale for the other.
        context = new SpringApplicationBuilder(JiyuanApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(node -> ((GenericApplicationContext) node)
                        .registerBean("sharedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=" + port,
                        "--jiyuan.demo.enabled=false",
                        "--jiyuan.instance.level=PROVINCE",
                        "--jiyuan.instance.name=河南省政务数据共享平台（演示）",
                        "--jiyuan.instance.area=410000",
                        "--jiyuan.federation.pause=200ms",
                        "--jiyuan.home=" + home,
                        "--jiyuan.database.url=" + database.url(),
                        "--jiyuan.database.user=" + database.user(),
                        "--jiyuan.database.password=" + database.password());
    }

    public void goesDown() {
        context().close();
        context = null;
    }

    private ConfigurableApplicationContext context() {
        return Objects.requireNonNull(context, "it is down");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public <T> T part(Class<T> type) {
        return context().getBean(type);
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    public Official anOfficial(String account) {
        Browser browser = new Browser(address());
        Answer answer = browser.post("/login", "name", account, "password", "Jiyuan-2026");
        assertThat(answer.status()).as("login of " + account).isLessThan(400);
        return new Official(browser);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
        database.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A load that tells nobody how far it is. */
    private static final class Unseen implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
