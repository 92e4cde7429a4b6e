package cn.gov.jiyuan.data.catalogue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Which dataset stands behind which entry, and when it last had a batch. */
@Component
final class MountStore {
    private final JdbcClient jdbc;

    MountStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A dataset mounted on an entry. */
    record Mount(String dataset, List<Difference> differences, Instant comparedAt, String by, Instant at) {}

    void put(UUID resource, String dataset, List<Difference> differences, String by, Instant at) {
        jdbc.sql("""
                        insert into catalogue.mount (resource_id, dataset, differences, compared_at, mounted_name,
                            mounted_at) values (:id, :dataset, cast(:differences as jsonb), :at, :by, :at)
                        on conflict (resource_id) do update set dataset = excluded.dataset,
                            differences = excluded.differences, compared_at = excluded.compared_at,
                            mounted_name = excluded.mounted_name, mounted_at = excluded.mounted_at
                        """)
                .param("id", resource)
                .param("dataset", dataset)
                .param("differences", ResourceStore.JSON.writeValueAsString(differences))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        shown(resource, dataset, differences.isEmpty() ? Mounting.FITS : Mounting.DIFFERS);
    }

    /** A new comparison of what is mounted already. */
    void compared(UUID resource, String dataset, List<Difference> differences, Instant at) {
        jdbc.sql("update catalogue.mount set differences = cast(? as jsonb), compared_at = ? where resource_id = ?")
                .params(ResourceStore.JSON.writeValueAsString(differences), Timestamp.from(at), resource)
                .update();
        shown(resource, dataset, differences.isEmpty() ? Mounting.FITS : Mounting.DIFFERS);
    }

    void remove(UUID resource) {
        jdbc.sql("delete from catalogue.mount where resource_id = ?")
                .param(resource)
                .update();
        shown(resource, null, Mounting.NONE);
        jdbc.sql("update catalogue.resource set last_batch_at = null, light = 'NONE', light_at = null where id = ?")
                .param(resource)
                .update();
    }

    private void shown(UUID resource, @Nullable String dataset, Mounting mounting) {
        jdbc.sql("update catalogue.resource set dataset = :dataset, mounting = :mounting where id = :id")
                .param("dataset", dataset)
                .param("mounting", mounting.name())
                .param("id", resource)
                .update();
    }

    Optional<Mount> of(UUID resource) {
        return jdbc.sql("select * from catalogue.mount where resource_id = ?")
                .param(resource)
                .query((row, n) -> new Mount(
                        row.getString("dataset"),
                        ResourceStore.JSON.readValue(row.getString("differences"), new TypeReference<>() {}),
                        row.getTimestamp("compared_at").toInstant(),
                        row.getString("mounted_name"),
                        row.getTimestamp("mounted_at").toInstant()))
                .optional();
    }

    /** @return how many entries it concerned */
    int arrived(String dataset, Instant at) {
        return jdbc.sql("update catalogue.resource set last_batch_at = ? where dataset = ?"
                        + " and (last_batch_at is null or last_batch_at < ?)")
                .params(Timestamp.from(at), dataset, Timestamp.from(at))
                .update();
    }
}
