package cn.gov.jiyuan.data.registers;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies where. */
@Component
final class SpaceStore {
    private final JdbcClient jdbc;

    SpaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(long addresses, long persons, long legals) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    record Firm(UUID id, String name, String status) {}

    /** Counts in a division by the first so many digits of the code. */
    Map<String, Counts> counts(String code, int length) {
        Map<String, Counts> found = new HashMap<>();
        jdbc.sql("""
                        select code, sum(addresses), sum(persons), sum(legals) from (
                            select left(area_code, :length) as code, count(*) as addresses, 0 as persons, 0 as legals
                              from registers.address where area_code like :code group by 1
                            union all
                            select left(area_code, :length), 0, count(*), 0
                              from registers.person_version where valid_to is null and area_code like :code group by 1
                            union all
                            select left(area_code, :length), 0, 0, count(*)
                              from registers.legal_version where valid_to is null and area_code like :code group by 1) as c
                         group by code
                        """).param("length", length).param("code", code + "%").query((ResultSet row) -> {
            found.put(row.getString(1), new Counts(row.getLong(2), row.getLong(3), row.getLong(4)));
        });
        return found;
    }

    List<Space.AddressLine> addresses(String code, int limit) {
        return jdbc.sql("select id, standard from registers.address where area_code like ? order by standard limit ?")
                .params(code + "%", limit)
                .query((row, n) -> new Space.AddressLine(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    long livingAt(UUID address) {
        return jdbc.sql("select count(*) from registers.person_version where addr_id = ? and valid_to is null")
                .param(address)
                .query(Long.class)
                .single();
    }

    List<Firm> firmsAt(UUID address, int limit) {
        return jdbc.sql("select subject_id, name, status from registers.legal_version"
                        + " where addr_id = ? and valid_to is null order by name limit ?")
                .params(address, limit)
                .query((row, n) -> new Firm(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }
}
