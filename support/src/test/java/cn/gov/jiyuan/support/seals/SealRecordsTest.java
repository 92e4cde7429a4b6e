package cn.gov.jiyuan.support.seals;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import org.junit.jupiter.api.Test;

class SealRecordsTest {
    @Test
    void the_descriptors_of_seals_and_their_use_fit_their_tables() {
        try (TestDatabase database = TestPostgres.fresh()) {
            RecordTypeCheck check = new RecordTypeCheck(database.dataSource());
            assertThat(check.problems(new SealRecords().sealRecordType())).isEmpty();
            assertThat(check.problems(new SealRecords().sealUseRecordType())).isEmpty();
        }
    }
}
