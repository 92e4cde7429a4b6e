package cn.gov.jiyuan.data.stewardship.standards;

import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Elements, code tables, mappings of codes and of columns. */
@Component
final class DataStandardStore {
    private final JdbcClient jdbc;

    DataStandardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DataElement> inForce() {
        return jdbc.sql("select * from stewardship.element where state = 'APPROVED' order by identifier")
                .query(DataStandardStore::element)
                .list();
    }

    Optional<DataElement> find(UUID id) {
        return jdbc.sql("select * from stewardship.element where id = ? for update")
                .param(id)
                .query(DataStandardStore::element)
                .optional();
    }

    int versions(String identifier) {
        return jdbc.sql("select coalesce(max(version), 0) from stewardship.element where identifier = ?")
                .param(identifier)
                .query(Integer.class)
                .single();
    }

    void insert(DataElement element, String by, Instant at) {
        jdbc.sql("""
                        insert into stewardship.element (id, identifier, version, name, english, type, length,
                          value_range, code_table, unit_code, standard, aliases, personal, state, proposed_by,
                          proposed_name, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        element.id(),
                        element.identifier(),
                        element.version(),
                        element.name(),
                        element.english(),
                        element.type(),
                        element.length(),
                        element.valueRange(),
                        element.codeTable(),
                        element.unitCode(),
                        element.standard(),
                        element.aliases().toArray(String[]::new),
                        element.personal(),
                        element.state(),
                        element.proposedBy(),
                        by,
                        at.atOffset(ZoneOffset.UTC)))
                .update();
    }

    void approve(DataElement element, String by, Instant at) {
        jdbc.sql("update stewardship.element set state = 'RETIRED' where identifier = ? and state = 'APPROVED'")
                .param(element.identifier())
                .update();
        jdbc.sql("update stewardship.element set state = 'APPROVED', approved_name = ?, approved_at = ? where id = ?")
                .params(by, at.atOffset(ZoneOffset.UTC), element.id())
                .update();
    }

    List<String> codes(String table) {
        return jdbc.sql(
                        "select code from stewardship.code_value where table_id = ? and valid_to is null order by ordinal")
                .param(table)
                .query(String.class)
                .list();
    }

    Map<String, String> labels(String table) {
        Map<String, String> labels = new LinkedHashMap<>();
        jdbc.sql("select code, label from stewardship.code_value where table_id = ? order by ordinal")
                .param(table)
                .query((row, n) -> labels.put(row.getString(1), row.getString(2)))
                .list();
        return labels;
    }

    /** What a unit writes, or everybody, to standard codes; a unit's own mapping comes last and wins. */
    Map<String, String> mappings(String table, String unit) {
        Map<String, String> mappings = new LinkedHashMap<>();
        jdbc.sql("""
                        select source_value, code from stewardship.code_mapping
                         where table_id = ? and unit_code in ('', ?) order by unit_code
                        """)
                .params(table, unit)
                .query((row, n) -> mappings.put(row.getString(1), row.getString(2)))
                .list();
        return mappings;
    }

    void map(String table, String unit, String value, String code, String by, Instant at) {
        jdbc.sql("""
                        insert into stewardship.code_mapping (id, table_id, unit_code, source_value, code, by_name, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (table_id, unit_code, source_value) do update
                          set code = excluded.code, by_name = excluded.by_name, at = excluded.at
                        """)
                .params(Ids.next(), table, unit, value, code, by, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Confirmed elements of the columns of a dataset. */
    Map<String, String> columns(String dataset) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.sql("select column_name, element from stewardship.column_element where dataset = ?")
                .param(dataset)
                .query((row, n) -> columns.put(row.getString(1), row.getString(2)))
                .list();
        return columns;
    }

    void confirm(String dataset, String column, String element, UUID unit, String by, Instant at) {
        jdbc.sql("""
                        insert into stewardship.column_element (id, dataset, column_name, element, unit_id,
                          confirmed_name, confirmed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (dataset, column_name) do update set element = excluded.element,
                          confirmed_name = excluded.confirmed_name, confirmed_at = excluded.confirmed_at
                        """)
                .params(Ids.next(), dataset, column, element, unit, by, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static DataElement element(ResultSet row, int n) throws SQLException {
        return new DataElement(
                row.getObject("id", UUID.class),
                row.getString("identifier"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("english"),
                row.getString("type"),
                row.getInt("length"),
                row.getString("value_range"),
                row.getString("code_table"),
                row.getString("unit_code"),
                row.getString("standard"),
                List.of((String[]) row.getArray("aliases").getArray()),
                row.getBoolean("personal"),
                row.getString("state"),
                row.getObject("proposed_by", UUID.class));
    }
}
