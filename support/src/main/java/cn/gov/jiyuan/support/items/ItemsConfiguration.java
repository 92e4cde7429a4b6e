package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.kernel.code.ItemImplementationCode;
import cn.gov.jiyuan.platform.conformance.Claim;
import cn.gov.jiyuan.platform.portal.Navigation;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ItemsConfiguration {
    @Bean
    ItemRules itemRules(Rules rules, Clock clock) {
        return () -> rules.term("items.promise.immediate", LocalDate.now(clock));
    }

    @Bean
    RecordType itemRecords() {
        return ItemRecords.items();
    }

    @Bean
    RecordType draftRecords() {
        return ItemRecords.drafts();
    }

    @Bean
    RecordType catalogueRecords() {
        return ItemRecords.catalogue();
    }

    @Bean
    RecordType differenceRecords() {
        return ItemRecords.differences();
    }

    @Bean
    Navigation itemsNavigation() {
        return new Navigation(20, List.of(new Navigation.Entry("事项", "/items")));
    }

    @Bean
    Claim itemCodesClaim(ItemStore store) {
        return new Claim("GB/T 39046—2020", "在用事项的实施编码为 31 位，机构代码、层级和目录编码都能校验", () -> {
            List<String> codes = store.codesInForce();
            long good = codes.stream()
                    .filter(code -> ItemImplementationCode.check(code).valid())
                    .count();
            return Claim.Finding.ofCount(good, codes.size(), "在用事项", "/items?sort=code");
        });
    }

    @Bean
    Claim guideClaim(ItemStore store) {
        return new Claim(
                "GB/T 39046—2020",
                "承诺时限不超过法定时限",
                () -> Claim.Finding.ofCount(
                        store.countWithinLegalTerm(), store.count(ItemFilter.ALL), "在用事项", "/items"));
    }
}
