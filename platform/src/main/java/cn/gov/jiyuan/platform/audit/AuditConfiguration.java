package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.jobs.JobNews;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.keys.KeyVault;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    Audit audit(DataSource dataSource, Era era, KeyVault vault, Clock clock) {
        return new AuditWriter(new EventStore(dataSource, era, vault), clock);
    }

    @Bean
    JobNews jobTrail(Audit audit) {
        return new JobTrail(audit);
    }

    @Bean
    AuditTrail auditTrail(DataSource dataSource, Access access) {
        return new TrailStore(dataSource, access);
    }

    @Bean
    AuditVerifier auditVerifier(DataSource dataSource, KeyVault vault) {
        return new ChainVerifier(dataSource, vault);
    }

    @Bean
    VerifyWork auditVerifyWork(AuditVerifier verifier) {
        return new VerifyWork(verifier);
    }

    @Bean
    AuditDesk auditDesk(AuditTrail trail, Audit audit, LongJobs jobs, PlatformTransactionManager manager) {
        return new AuditDesk(trail, audit, jobs, new TransactionTemplate(manager));
    }

    @Bean
    Sealer auditSealer(
            DataSource dataSource, Era era, KeyVault vault, PlatformTransactionManager manager, Clock clock) {
        return new Sealer(new ChainStore(dataSource), era, vault, new TransactionTemplate(manager), clock);
    }
}
