package cn.gov.jiyuan.data.opendata.release;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes invented use. */
@Component("opendata.DemoUseStore")
final class DemoUseStore {
    private final JdbcClient jdbc;

    DemoUseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void day(UUID dataset, LocalDate day, long views, long downloads, long calls) {
        jdbc.sql("insert into opendata.usage_day (dataset_id, day, views, downloads, calls) values (?,?,?,?,?)"
                        + " on conflict do nothing")
                .params(dataset, day, views, downloads, calls)
                .update();
    }
}
