package cn.gov.jiyuan.platform.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Opens the database while the application is still reading its configuration (提前启动数据库): the two need different
 * things, and each takes seconds at the first start.
 */
public final class HeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DatabaseProperties properties =
                Binder.get(environment).bindOrCreate("jiyuan.database", DatabaseProperties.class);
        Opening opening = new Opening(JiyuanHome.of(environment.getProperty("jiyuan.home")), properties);
        context.getBeanFactory().registerSingleton("openingOfDatabase", opening);
        context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) failed -> opening.abandon());
    }

    /** A database on its way. */
    static final class Opening {
        private final CompletableFuture<Database> database = new CompletableFuture<>();
        private final AtomicBoolean taken = new AtomicBoolean();

        Opening(JiyuanHome home, DatabaseProperties properties) {
            Thread.ofPlatform().daemon().name("database-opening").start(() -> open(home, properties));
        }

        private void open(JiyuanHome home, DatabaseProperties properties) {
            try {
                database.complete(Database.open(home, properties));
            } catch (RuntimeException | Error e) {
                database.completeExceptionally(e);
            }
        }

        /** The open database; closing it is from now on the caller's business. */
        Database await() {
            taken.set(true);
            try {
                return database.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException problem) {
                    throw problem;
                }
                throw e;
            }
        }

        /** Closes what nobody took because the application did not start. */
        void abandon() {
            if (!taken.get()) {
                database.thenAccept(Database::close)
                        .exceptionally(problem -> null)
                        .join();
            }
        }
    }
}
