package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four ways in which users of data are answered. */
@Configuration(value = "opendata.ServiceConfiguration", proxyBeanMethods = false)
class ServiceConfiguration {
    @Bean
    CaseType openApplicationType() {
        return ServiceTypes.application();
    }

    @Bean
    CaseType openCorrectionType() {
        return ServiceTypes.correction();
    }

    @Bean
    CaseType openWishType() {
        return ServiceTypes.wish();
    }

    @Bean
    CaseType openReuseType() {
        return ServiceTypes.reuse();
    }

    @Bean
    CaseTerms openApplicationTerms(Rules rules, Clock clock) {
        return new ServiceTerms(ServiceTypes.APPLICATION, "opendata.application.term", rules, clock);
    }

    @Bean
    CaseTerms openCorrectionTerms(Rules rules, Clock clock) {
        return new ServiceTerms(ServiceTypes.CORRECTION, "opendata.correction.term", rules, clock);
    }

    @Bean
    CaseEffects openApplicationEffects(ServiceStore store, Messages messages) {
        return new ServiceEffects(
                ServiceTypes.APPLICATION, ServiceStore.Table.APPLICATION, store, messages, "/open/my");
    }

    @Bean
    CaseEffects openCorrectionEffects(ServiceStore store, Messages messages) {
        return new ServiceEffects(ServiceTypes.CORRECTION, ServiceStore.Table.CORRECTION, store, messages, "/open/my");
    }

    @Bean
    CaseEffects openWishEffects(ServiceStore store, Messages messages) {
        return new ServiceEffects(ServiceTypes.WISH, ServiceStore.Table.WISH, store, messages, "/open/wishes");
    }

    @Bean
    CaseEffects openReuseEffects(ServiceStore store, Messages messages) {
        return new ServiceEffects(ServiceTypes.REUSE, ServiceStore.Table.REUSE, store, messages, "/open/reuse");
    }
}
