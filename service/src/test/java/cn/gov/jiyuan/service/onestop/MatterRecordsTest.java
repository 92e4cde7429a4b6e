package cn.gov.jiyuan.service.onestop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import org.junit.jupiter.api.Test;

class MatterRecordsTest {
    @Test
    void the_descriptor_of_matters_fits_its_view() {
        try (TestDatabase database = TestPostgres.fresh()) {
            assertThat(new RecordTypeCheck(database.dataSource()).problems(MatterRecords.matters(MatterType.build())))
                    .isEmpty();
        }
    }
}
