package cn.gov.jiyuan.support.licences;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import org.junit.jupiter.api.Test;

class LicenceRecordsTest {
    @Test
    void the_descriptor_of_licences_fits_its_table() {
        try (TestDatabase database = TestPostgres.fresh()) {
            assertThat(new RecordTypeCheck(database.dataSource())
                            .problems(new LicenceRecords().licenceRecordType(new LicenceTypes())))
                    .isEmpty();
        }
    }
}
