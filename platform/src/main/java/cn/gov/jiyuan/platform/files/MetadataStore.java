package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.platform.files.FileStore.StoredFile;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Names, types and digests of files. */
final class MetadataStore {
    private final JdbcTemplate jdbc;

    MetadataStore(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    void insert(StoredFile file, UUID storedBy) {
        jdbc.update(
                "insert into files.file (id, name, media_type, size, sm3, stored_by, stored_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                file.id(),
                file.name(),
                file.mediaType(),
                file.size(),
                HexFormat.of().parseHex(file.sm3()),
                storedBy,
                file.storedAt().atOffset(ZoneOffset.UTC));
    }

    boolean isStoredBy(UUID id, UUID personId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from files.file where id = ? and stored_by = ?)",
                Boolean.class,
                id,
                personId));
    }

    Optional<StoredFile> find(UUID id) {
        return jdbc
                .query(
                        "select name, media_type, size, sm3, stored_at from files.file where id = ?",
                        (row, n) -> new StoredFile(
                                id,
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getLong("size"),
                                HexFormat.of().formatHex(row.getBytes("sm3")),
                                Objects.requireNonNull(row.getObject("stored_at", OffsetDateTime.class))
                                        .toInstant()),
                        id)
                .stream()
                .findFirst();
    }
}
