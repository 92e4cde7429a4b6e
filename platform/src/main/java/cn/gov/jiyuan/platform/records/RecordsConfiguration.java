package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {
    @Bean
    Records records(
            ObjectProvider<RecordType> types,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Access access,
            PersonalCipher cipher,
            Audit audit,
            Feed feed) {
        return new RecordDesk(() -> types.stream().toList(), jdbc, transactions, access, cipher, audit, feed);
    }

    @Bean
    SavedViews savedViews(JdbcTemplate jdbc, PlatformTransactionManager transactions, Audit audit, Clock clock) {
        return new SavedViews(new SavedViewStore(jdbc), audit, new TransactionTemplate(transactions), clock);
    }
}
