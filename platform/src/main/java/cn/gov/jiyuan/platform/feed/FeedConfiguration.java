package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.jobs.Node;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.jobs.RecurringWorks;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean
    EntryStore feedEntries(DataSource dataSource, Era era) {
        return new EntryStore(dataSource, era);
    }

    @Bean
    CursorStore feedCursors(DataSource dataSource) {
        return new CursorStore(dataSource);
    }

    @Bean
    Feed feed(EntryStore entries, Clock clock) {
        return new FeedWriter(entries, clock);
    }

    @Bean
    FeedDesk feedDesk(
            ObjectProvider<FeedConsumer> consumers,
            EntryStore entries,
            CursorStore cursors,
            PlatformTransactionManager manager,
            Audit audit) {
        return new Desk(consumers.orderedStream().toList(), entries, cursors, new TransactionTemplate(manager), audit);
    }

    @Bean
    RecurringWorks feedRuns(
            ObjectProvider<FeedConsumer> consumers,
            EntryStore entries,
            CursorStore cursors,
            PlatformTransactionManager manager,
            Node node,
            Clock clock) {
        TransactionTemplate transactions = new TransactionTemplate(manager);
        return () -> consumers
                .orderedStream()
                .map(consumer -> run(consumer, entries, cursors, transactions, node, clock))
                .toList();
    }

    private static RecurringWork run(
            FeedConsumer consumer,
            EntryStore entries,
            CursorStore cursors,
            TransactionTemplate transactions,
            Node node,
            Clock clock) {
        return consumer.everyNode()
                ? new OwnRun(consumer, node.name(), entries, cursors, clock, BackOff.USUAL)
                : new SharedRun(consumer, entries, cursors, transactions, clock, BackOff.USUAL);
    }
}
