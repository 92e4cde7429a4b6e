package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The case type of guardianship and the list of its cases. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    CaseType guardianshipType() {
        return GuardianshipType.build();
    }

    @Bean
    RecordType guardianshipRecords(CaseType guardianshipType) {
        Map<String, String> states = new LinkedHashMap<>();
        for (CaseState state : guardianshipType.states()) {
            states.put(state.id(), state.label());
        }
        return RecordType.of("identity.guardianship", "监护关系核验件")
                .source("identity.guardianship_case")
                .label("number")
                .columns(
                        Column.text("number", "编号").filtered(Filter.EQUALS),
                        Column.text("applicant", "监护人").from("applicant_masked"),
                        Column.code("state", "状态", new Dictionary("identity.guardianship-state", "核验状态", states))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.reference("unit", "核验单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.moment("opened", "申请时间")
                                .from("opened_at")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.moment("due", "到期时点").from("due_at"),
                        Column.moment("closed", "办结时间").from("closed_at").unlisted())
                .scope("unit_id", "applicant_id", "area_code")
                .order(Order.descending("opened"))
                .link("监护关系核验件", "/workbench/cases/{id}")
                .build();
    }
}
