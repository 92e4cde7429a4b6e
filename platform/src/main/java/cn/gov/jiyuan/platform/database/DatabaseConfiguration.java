package cn.gov.jiyuan.platform.database;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Home, database and clock of the application. Whoever gets the {@link DataSource} gets it migrated. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseProperties.class, ClockProperties.class})
class DatabaseConfiguration {
    @Bean
    JiyuanHome jiyuanHome(@Value("${jiyuan.home:#{null}}") @Nullable String told) {
        return JiyuanHome.of(told);
    }

    @Bean
    Database database(JiyuanHome home, DatabaseProperties properties, ObjectProvider<HeadStart.Opening> opening) {
        HeadStart.Opening begun = opening.getIfAvailable();
        return begun == null ? Database.open(home, properties) : begun.await();
    }

    /** Closed by {@link Database}, which knows the order. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    Clock clock(ClockProperties properties) {
        return Clock.offset(Clock.system(ZoneId.of("Asia/Shanghai")), properties.offset());
    }
}
