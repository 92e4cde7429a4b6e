package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CasesConfiguration {
    @Bean
    CasesEngine casesEngine(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Access access,
            Audit audit,
            Feed feed,
            PersonalCipher cipher,
            ObjectProvider<LegalCalendar> calendar,
            Clock clock,
            ObjectProvider<CaseType> types,
            ObjectProvider<CaseTerms> terms,
            ObjectProvider<CaseEffects> effects) {
        CasesEngine.Ground ground = new CasesEngine.Ground(
                dataSource,
                new TransactionTemplate(transactions),
                access,
                audit,
                feed,
                cipher,
                () -> calendar.getIfAvailable(LegalCalendar::official),
                clock);
        return new CasesEngine(
                ground,
                types.stream().toList(),
                () -> terms.stream().toList(),
                () -> effects.stream().toList());
    }

    @Bean
    Cases cases(CasesEngine engine) {
        return engine.cases();
    }

    @Bean
    CalendarCare calendarCare(Cases cases) {
        return new CalendarCare(cases);
    }

    @Bean
    Tasks tasks(CasesEngine engine) {
        return engine.tasks();
    }

    @Bean
    Inbox inbox(CasesEngine engine) {
        return engine.inbox();
    }

    @Bean
    CaseImport caseImport(CasesEngine engine) {
        return engine.imports();
    }

    @Bean
    CaseWatch caseWatch(CasesEngine engine) {
        return engine.watch();
    }

    @Bean
    Processes processes(CasesEngine engine) {
        return engine.processes();
    }
}
