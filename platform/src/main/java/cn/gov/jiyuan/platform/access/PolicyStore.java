package cn.gov.jiyuan.platform.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Roles and grants as rows. Rows of origin “house” follow the shipped files, rows of origin “city” are the city's own. */
final class PolicyStore {
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    PolicyStore(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Brings the rows of the house up to the shipped files; concurrent nodes wait for each other. */
    void adopt(PolicyFiles.File file) {
        String digest = Integer.toHexString(file.hashCode());
        transactions.executeWithoutResult(status -> {
            jdbc.execute("lock table access.epoch in exclusive mode");
            List<String> present = jdbc.queryForList("select digest from access.epoch", String.class);
            if (present.contains(digest)) {
                return;
            }
            jdbc.update("delete from access.grant_row where origin = 'house'");
            jdbc.update("delete from access.role where origin = 'house'");
            jdbc.update("delete from access.permission");
            jdbc.batchUpdate(
                    "insert into access.role (id, name, origin) values (?, ?, 'house') on conflict (id) do nothing",
                    file.roles().stream()
                            .map(r -> new Object[] {r.id(), r.name()})
                            .toList());
            jdbc.batchUpdate(
                    "insert into access.permission (id, title) values (?, ?)",
                    file.permissions().stream()
                            .map(p -> new Object[] {p.id(), p.title()})
                            .toList());
            jdbc.batchUpdate(
                    "insert into access.grant_row (role, permission, reach, origin) values (?, ?, ?, 'house')"
                            + " on conflict (role, permission) do nothing",
                    file.grants().stream()
                            .map(g -> new Object[] {
                                g.role(), g.permission(), g.reach().name()
                            })
                            .toList());
            jdbc.update("delete from access.epoch");
            jdbc.update("insert into access.epoch (number, digest) values (nextval('access.epoch_number'), ?)", digest);
        });
    }

    long epoch() {
        List<Long> numbers = jdbc.queryForList("select number from access.epoch", Long.class);
        return numbers.isEmpty() ? 0 : numbers.getFirst();
    }

    Policy load() {
        Map<String, String> roles = new HashMap<>();
        jdbc.query("select id, name from access.role", row -> {
            roles.put(row.getString(1), row.getString(2));
        });
        Map<String, String> permissions = new HashMap<>();
        jdbc.query("select id, title from access.permission", row -> {
            permissions.put(row.getString(1), row.getString(2));
        });
        Map<String, List<Policy.Grant>> grants = new HashMap<>();
        jdbc.query("select role, permission, reach from access.grant_row", row -> {
            grants.computeIfAbsent(row.getString(1), role -> new ArrayList<>())
                    .add(new Policy.Grant(row.getString(2), Reach.valueOf(row.getString(3))));
        });
        return new Policy(roles, permissions, grants);
    }
}
