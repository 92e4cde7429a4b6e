package cn.gov.jiyuan.platform.demo;

import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {
    @Bean
    DemoLoad demoLoad(
            ObjectProvider<DemoSource> sources,
            DataSource dataSource,
            PlatformTransactionManager manager,
            Instance instance,
            Clock clock) {
        return new DemoLoad(
                () -> sources.stream()
                        .filter(source -> source.suits(instance.level()))
                        .toList(),
                new LoadedStore(dataSource),
                new TransactionTemplate(manager),
                clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> demoStart(DemoLoad load, LongJobs jobs, DemoSettings settings) {
        return event -> {
            if (settings.enabled()) {
                load.submitIfNeeded(jobs);
            }
        };
    }
}
