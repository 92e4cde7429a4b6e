package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Messages and the outbox. */
final class MessageStore {
    private final JdbcTemplate jdbc;

    MessageStore(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    record Message(
            UUID id,
            String title,
            String body,
            @Nullable String link,
            Instant createdAt,
            @Nullable Instant readAt) {}

    void insert(
            UUID id, UUID recipient, String template, String title, String body, @Nullable String link, Instant at) {
        jdbc.update(
                "insert into messages.message (id, recipient, template, title, body, link, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                recipient,
                template,
                title,
                body,
                link,
                at.atOffset(ZoneOffset.UTC));
    }

    void queue(UUID message, Channel channel, Instant at) {
        jdbc.update(
                "insert into messages.outbox (id, message_id, channel, state, next_at) values (?, ?, ?, 'WAITING', ?)",
                Ids.next(),
                message,
                channel.name(),
                at.atOffset(ZoneOffset.UTC));
    }

    /** Newest first, before a given message if there is one. */
    List<Message> inbox(UUID recipient, @Nullable UUID before, int limit) {
        return jdbc.query(
                "select id, title, body, link, created_at, read_at from messages.message"
                        + " where recipient = ? and id < coalesce(?, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)"
                        + " order by id desc limit ?",
                (row, n) -> message(row),
                recipient,
                before,
                limit);
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant(),
                instant(row.getObject("read_at", OffsetDateTime.class)));
    }

    long unread(UUID recipient) {
        Long count = jdbc.queryForObject(
                "select count(*) from messages.message where recipient = ? and read_at is null", Long.class, recipient);
        return count == null ? 0 : count;
    }

    Optional<Message> find(UUID recipient, UUID id) {
        return jdbc
                .query(
                        "select id, title, body, link, created_at, read_at from messages.message"
                                + " where id = ? and recipient = ?",
                        (row, n) -> message(row),
                        id,
                        recipient)
                .stream()
                .findFirst();
    }

    void markAllRead(UUID recipient, Instant at) {
        jdbc.update(
                "update messages.message set read_at = ? where recipient = ? and read_at is null",
                at.atOffset(ZoneOffset.UTC),
                recipient);
    }

    /** False if the recipient has no such message. */
    boolean markRead(UUID recipient, UUID id, Instant at) {
        return jdbc.update(
                        "update messages.message set read_at = coalesce(read_at, ?) where id = ? and recipient = ?",
                        at.atOffset(ZoneOffset.UTC),
                        id,
                        recipient)
                == 1;
    }

    record Due(UUID id, UUID messageId, Channel channel, UUID recipient, String title, String body, int attempts) {}

    /** Locks the next copy that is due, until the transaction ends. */
    Optional<Due> due(Instant now) {
        return jdbc
                .query(
                        """
                        select o.id, o.message_id, o.channel, m.recipient, m.title, m.body, o.attempts
                          from messages.outbox o join messages.message m on m.id = o.message_id
                         where o.state = 'WAITING' and o.next_at <= ?
                         order by o.next_at limit 1 for update of o skip locked
                        """,
                        (row, n) -> new Due(
                                row.getObject("id", UUID.class),
                                row.getObject("message_id", UUID.class),
                                Channel.valueOf(row.getString("channel")),
                                row.getObject("recipient", UUID.class),
                                row.getString("title"),
                                row.getString("body"),
                                row.getInt("attempts")),
                        now.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    void end(UUID id, String state, @Nullable String error, Instant at) {
        jdbc.update(
                "update messages.outbox set state = ?, error = ?, attempts = attempts + 1, ended_at = ? where id = ?",
                state,
                error,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    void later(UUID id, Instant next, String error) {
        jdbc.update(
                "update messages.outbox set attempts = attempts + 1, next_at = ?, error = ? where id = ?",
                next.atOffset(ZoneOffset.UTC),
                error,
                id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
