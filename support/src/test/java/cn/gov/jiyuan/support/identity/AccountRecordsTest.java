package cn.gov.jiyuan.support.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import org.junit.jupiter.api.Test;

class AccountRecordsTest {
    @Test
    void the_descriptor_of_accounts_fits_its_table_and_holds_no_hash() {
        try (TestDatabase database = TestPostgres.fresh()) {
            var type = new AccountRecords().accountRecordType();
            assertThat(new RecordTypeCheck(database.dataSource()).problems(type))
                    .isEmpty();
            assertThat(type.columns()).noneMatch(column -> column.sql().contains("hash"));
        }
    }
}
