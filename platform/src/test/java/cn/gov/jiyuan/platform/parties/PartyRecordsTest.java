package cn.gov.jiyuan.platform.parties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import org.junit.jupiter.api.Test;

class PartyRecordsTest {
    @Test
    void the_descriptors_of_units_entities_and_persons_fit_their_tables() {
        try (TestDatabase database = TestPostgres.fresh()) {
            RecordTypeCheck check = new RecordTypeCheck(database.dataSource());
            PartyRecords records = new PartyRecords();
            assertThat(check.problems(records.unitRecords())).isEmpty();
            assertThat(check.problems(records.legalEntityRecords())).isEmpty();
            assertThat(check.problems(records.personRecords())).isEmpty();
        }
    }
}
