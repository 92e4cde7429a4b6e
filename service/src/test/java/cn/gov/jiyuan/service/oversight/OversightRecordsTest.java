package cn.gov.jiyuan.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class OversightRecordsTest {
    @Test
    void the_descriptors_fit_their_tables() {
        try (TestDatabase database = TestPostgres.fresh()) {
            RecordTypeCheck check = new RecordTypeCheck(database.dataSource());
            for (RecordType type : List.of(
                    OversightRecords.cards(CardType.build()), OversightRecords.rules(), OversightRecords.scores())) {
                assertThat(check.problems(type)).as(type.id()).isEmpty();
            }
        }
    }

    @Test
    void at_least_the_rules_of_the_plan_are_there_and_those_that_cannot_be_judged_say_why() {
        try (TestDatabase database = TestPostgres.fresh()) {
            List<Rule> rules = new RuleStore(database.dataSource()).all();
            assertThat(rules).hasSizeGreaterThanOrEqualTo(12).allMatch(Rule::approved);
            assertThat(rules)
                    .filteredOn(rule -> !rule.enabled())
                    .hasSize(2)
                    .allMatch(rule -> !rule.remark().isEmpty());
            assertThat(rules)
                    .filteredOn(rule -> rule.detector() == Detector.NOT_AVAILABLE)
                    .noneMatch(Rule::enabled);
        }
    }
}
