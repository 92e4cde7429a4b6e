package cn.gov.jiyuan.platform.parties;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of entering and leaving posts. */
final class PostStore {
    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Posts.Held> find(UUID id) {
        return jdbc.sql(
                        "select person_id, official_name, unit_id, title, roles, valid_to from parties.post where id = ?")
                .param(id)
                .query((row, n) -> new Posts.Held(
                        new Post(
                                id,
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                texts(row.getArray(5))),
                        row.getObject(6) != null))
                .optional();
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    Set<UUID> holding(Set<UUID> ids, LocalDate on) {
        return new HashSet<>(jdbc.sql("select id from parties.post where id = any (?)"
                        + " and valid_from <= ? and (valid_to is null or valid_to >= ?)")
                .params(ids.toArray(UUID[]::new), on, on)
                .query(UUID.class)
                .list());
    }

    List<Post> ended(LocalDate first, LocalDate last) {
        return jdbc.sql("select id, person_id, official_name, unit_id, title, roles from parties.post"
                        + " where valid_to between ? and ?")
                .params(first, last)
                .query((row, n) -> new Post(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        texts(row.getArray(6))))
                .list();
    }

    void insert(Post post, LocalDate from) {
        jdbc.sql("insert into parties.post (id, person_id, official_name, unit_id, title, roles, valid_from)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        post.id(),
                        post.personId(),
                        post.officialName(),
                        post.unitId(),
                        post.title(),
                        post.roles().toArray(String[]::new),
                        from)
                .update();
    }

    /** False if the post ended by then already. */
    boolean end(UUID id, LocalDate last) {
        return jdbc.sql("update parties.post set valid_to = ? where id = ? and (valid_to is null or valid_to > ?)")
                        .params(last, id, last)
                        .update()
                == 1;
    }
}
