package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.area.Division;
import cn.gov.jiyuan.kernel.area.Divisions;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.instance.Instance.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the units of the house ({@code parties/units.csv} and the villages of the divisions, or those of the province)
 * into an empty table. A department has the same code at both levels.
 */
final class UnitReference {
    private static final String CITY = "units.csv";
    private static final String PROVINCE = "units-province.csv";

    private final JdbcClient jdbc;
    private final Level level;

    UnitReference(JdbcClient jdbc, Level level) {
        this.jdbc = jdbc;
        this.level = level;
    }

    void adopt() {
        boolean present = jdbc.sql("select exists (select 1 from parties.unit)")
                .query(Boolean.class)
                .single();
        if (present) {
            return;
        }
        int sort = 0;
        Map<String, String> townByArea = new HashMap<>();
        for (String[] cells : lines(level == Level.CITY ? CITY : PROVINCE)) {
            insert(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Integer.parseInt(cells[4]),
                    cells[5],
                    cells[6],
                    cells.length > 8 && !cells[8].isEmpty() ? Unit.idOf(cells[8]) : null,
                    ++sort);
            if (cells[3].equals("town")) {
                townByArea.put(cells[5], cells[0]);
            }
        }
        for (Division village : level == Level.CITY ? villages() : List.<Division>of()) {
            String town = townByArea.get(village.code().value().substring(0, 9));
            if (town == null) {
                throw new Fault(PartiesError.REFERENCE_DATA, village.name());
            }
            insert(
                    village.code().value(),
                    village.name(),
                    village.name(),
                    "village",
                    6,
                    village.code().value(),
                    "",
                    Unit.idOf(town),
                    ++sort);
        }
    }

    private void insert(
            String code,
            String shortName,
            String name,
            String kind,
            int level,
            String area,
            String uscc,
            @Nullable UUID parent,
            int sort) {
        jdbc.sql("""
                        insert into parties.unit (id, code, short_name, name, kind, level, area_code, uscc, parent_id, sort, is_demo)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true) on conflict do nothing
                        """)
                .param(Unit.idOf(code))
                .param(code)
                .param(shortName)
                .param(name)
                .param(kind.toUpperCase(Locale.ROOT))
                .param(level)
                .param(area)
                .param(uscc)
                .param(parent)
                .param(sort)
                .update();
    }

    /** All villages and communities, town by town. */
    static List<Division> villages() {
        return Divisions.jiyuan().towns().stream()
                .flatMap(town -> Divisions.jiyuan().children(town.code()).stream())
                .toList();
    }

    static List<String[]> lines() {
        return lines(CITY);
    }

    private static List<String[]> lines(String file) {
        InputStream in = UnitReference.class.getResourceAsStream("/parties/" + file);
        if (in == null) {
            throw new Fault(PartiesError.REFERENCE_DATA, file);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> rows = new ArrayList<>();
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
