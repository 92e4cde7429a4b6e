package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final Duration LEASE = Duration.ofSeconds(12);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    @Bean
    Era era(DataSource dataSource) {
        return new Era(dataSource);
    }

    @Bean(destroyMethod = "release")
    Node node(JiyuanHome home) {
        return Node.in(home.root());
    }

    @Bean
    LeaseStore leases(DataSource dataSource, Node node) {
        return new LeaseStore(dataSource, node.process());
    }

    @Bean
    JobRunner longJobs(DataSource dataSource, Node node, ObjectProvider<LongWork> works, ObjectProvider<JobNews> news) {
        return new JobRunner(
                new JobStore(dataSource, node.process()),
                () -> works.stream().toList(),
                () -> news.stream().toList(),
                SILENCE);
    }

    @Bean
    WorkRunner workRunner(
            ObjectProvider<RecurringWork> single,
            ObjectProvider<RecurringWorks> several,
            LeaseStore leases,
            JobRunner jobs,
            DataSource dataSource,
            Node node) {
        return new WorkRunner(() -> all(single, several), leases, new NodeStore(dataSource, node), jobs::stop, LEASE);
    }

    private static List<RecurringWork> all(
            ObjectProvider<RecurringWork> single, ObjectProvider<RecurringWorks> several) {
        return Stream.concat(single.stream(), several.stream().flatMap(works -> works.all().stream()))
                .toList();
    }
}
