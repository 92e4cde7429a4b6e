package cn.gov.jiyuan.platform.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversions between columns and values. */
final class Sql {
    /** Stands for “no due moment” in the task table, so that it sorts last and can be a key of a page. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private Sql() {}

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null || at.toInstant().equals(NEVER) ? null : at.toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable UUID optionalUuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable Colleague colleague(ResultSet row, String id, String name) throws SQLException {
        UUID person = row.getObject(id, UUID.class);
        return person == null ? null : new Colleague(person, String.valueOf(row.getString(name)));
    }

    static @Nullable UUID id(@Nullable Colleague person) {
        return person == null ? null : person.id();
    }

    static @Nullable String name(@Nullable Colleague person) {
        return person == null ? null : person.name();
    }
}
