package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class HeadStartTest {
    @TempDir(factory = TestHome.class)
    Path home;

    @Test
    void theApplicationGetsTheDatabaseThatWasOpenedAheadAndClosesIt() {
        try (ConfigurableApplicationContext context = start(Plain.class)) {
            Database database = context.getBean(Database.class);
            assertThat(JdbcClient.create(database.dataSource())
                            .sql("select count(*) from database.applied")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThat(HomeLock.taken(home.resolve("postgres"))).isFalse();
    }

    @Test
    void anApplicationThatFailsBeforeItTookTheDatabaseLeavesNoneRunning() {
        assertThatThrownBy(() -> start(Failing.class)).hasStackTraceContaining("fails before the database");
        assertThat(HomeLock.taken(home.resolve("postgres"))).isFalse();
    }

    @Test
    void whatKeepsTheDatabaseFromOpeningIsWhatTheApplicationFailsWith() throws Exception {
        JiyuanHome taken = new JiyuanHome(home, TestHome.SOFTWARE);
        Files.createDirectories(taken.postgres());
        try (HomeLock lock = HomeLock.take(taken.postgres())) {
            assertThatThrownBy(() -> start(Plain.class))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.HOME_IN_USE));
        }
    }

    private ConfigurableApplicationContext start(Class<?> configuration) {
        SpringApplication application = new SpringApplication(configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(new HeadStart());
        return application.run("--jiyuan.home=" + home, "--spring.main.banner-mode=off");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseConfiguration.class)
    static class Plain {}

    @Configuration(proxyBeanMethods = false)
    static class Failing {
        @Bean
        String failing() {
            throw new IllegalStateException("fails before the database");
        }
    }
}
