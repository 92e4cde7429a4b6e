package cn.gov.jiyuan.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares each kept row with its digest in the trail, and finds rows that the trail does not know. */
final class KeptRowsCheck {
    private static final int PORTION = 1_000;
    private static final String TABLES =
            "select distinct subject_type from audit.event where subject_type like 'kept:%' order by 1";
    private static final String EVENTS = "select subject_id, detail ->> 'digest' as digest from audit.event"
            + " where subject_type like 'kept:%' and subject_type = ? and subject_id > ? order by subject_id limit "
            + PORTION;

    private final Connection connection;
    private final Findings findings;

    KeptRowsCheck(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void check() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local timezone = 'UTC'");
        }
        for (String table : tables()) {
            long known = compare(table);
            long there = count(table);
            if (there > known) {
                findings.add(AuditVerifier.Kind.INSERTED, table, "表中有 %d 行没有写入时的审计事件".formatted(there - known));
            }
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(KeptRows.checked(row.getString(1).substring(KeptRows.SUBJECT.length())));
            }
        }
        return tables;
    }

    /** @return how many rows of the table are there as the trail knows them or changed */
    private long compare(String table) throws SQLException {
        long present = 0;
        String after = "";
        Map<String, String> digests;
        do {
            digests = portion(table, after);
            Map<String, String> forms = forms(table, List.copyOf(digests.keySet()));
            for (Map.Entry<String, String> kept : digests.entrySet()) {
                String form = forms.get(kept.getKey());
                String place = table + " " + kept.getKey();
                if (form == null) {
                    findings.add(AuditVerifier.Kind.DELETED, place, "封存的记录不见了");
                } else if (!KeptRows.digest(form).equals(kept.getValue())) {
                    findings.add(AuditVerifier.Kind.CHANGED, place, "封存的记录与写入时不同");
                }
                after = kept.getKey().compareTo(after) > 0 ? kept.getKey() : after;
            }
            present += forms.size();
        } while (digests.size() == PORTION);
        return present;
    }

    private Map<String, String> portion(String table, String after) throws SQLException {
        Map<String, String> digests = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setString(1, KeptRows.SUBJECT + table);
            statement.setString(2, after);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    digests.put(row.getString("subject_id"), row.getString("digest"));
                }
            }
        }
        return digests;
    }

    private Map<String, String> forms(String table, List<String> ids) throws SQLException {
        Map<String, String> forms = new HashMap<>();
        String sql = "select id::text as id, to_jsonb(r)::text as form from " + table + " r where id = any (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", ids.stream().map(UUID::fromString).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    forms.put(row.getString("id"), row.getString("form"));
                }
            }
        }
        return forms;
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
