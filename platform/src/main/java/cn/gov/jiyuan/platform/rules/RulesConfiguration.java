package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.platform.audit.Audit;
import java.time.Clock;
import java.time.Duration;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    private static final Duration DECISION_LIMIT = Duration.ofSeconds(2);

    @Bean
    ParameterStore parameterStore(JdbcClient jdbc) {
        return new ParameterStore(jdbc);
    }

    /** The shipped parameters are there before anybody can ask for one. */
    @Bean
    Rules rules(ParameterStore store, PlatformTransactionManager transactions, Clock clock) {
        new Seeds(store, new TransactionTemplate(transactions), clock).add(Seeds.shipped());
        return new CachedRules(store, System::nanoTime);
    }

    @Bean
    RuleTexts ruleTexts(Rules rules, Clock clock) {
        return new RuleTexts(rules, clock);
    }

    @Bean
    RuleDesk ruleDesk(
            ParameterStore store, ObjectProvider<Audit> audit, PlatformTransactionManager transactions, Clock clock) {
        return new AuditedRuleDesk(store, audit::getObject, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Decisions decisions() {
        DmnEngine engine = DmnDecisions.engine();
        return new DmnDecisions(engine, DecisionFiles.read(new DecisionReader(engine)), DECISION_LIMIT);
    }
}
