package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.server.JiyuanApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole platform in this process, on a durable database of its own, without demo data. */
final class RunningContext implements AutoCloseable {
    private final Path folder;
    private final ConfigurableApplicationContext context;

    RunningContext() throws IOException {
        folder = Files.createTempDirectory("jiyuan-bench-");
        JiyuanHome home = new JiyuanHome(folder);
        context = new SpringApplicationBuilder(JiyuanApplication.class)
                .run(
                        "--server.port=0",
                        "--jiyuan.demo.enabled=false",
                        "--logging.level.root=ERROR",
                        "--logging.level.cn.gov.jiyuan=ERROR",
                        "--jiyuan.home=" + home.root());
        Quiet.logs();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Iterable<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    DataSource dataSource() {
        return bean(DataSource.class);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    int port() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }

    /** Ends recurring work, so that only what is measured runs. */
    void calm() {
        context.getBean("workRunner", SmartLifecycle.class).stop();
    }

    @Override
    public void close() {
        context.close();
        BenchDatabase.delete(folder);
    }
}
