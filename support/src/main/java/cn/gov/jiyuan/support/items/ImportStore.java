package cn.gov.jiyuan.support.items;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What imports put into the catalogue, and what they find there. */
@Component
class ImportStore {
    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> itemCodes() {
        return new HashSet<>(
                jdbc.sql("select code from items.item").query(String.class).list());
    }

    /** @return what became of it: added, changed, or as it was */
    String putCatalogue(ImportRules.CatalogueEntry entry) {
        int added = jdbc.sql("""
                        insert into items.catalogue (code, name, type, origin, cancelled_on, is_demo)
                        values (:code, :name, :type, :origin, :cancelled, false) on conflict (code) do nothing
                        """)
                .param("code", entry.code())
                .param("name", entry.name())
                .param("type", entry.type())
                .param("origin", entry.origin())
                .param("cancelled", entry.cancelledOn())
                .update();
        if (added == 1) {
            return "新增";
        }
        int changed = jdbc.sql("""
                        update items.catalogue set name = :name, cancelled_on = coalesce(:cancelled, cancelled_on)
                         where code = :code and (name <> :name or (cast(:cancelled as date) is not null
                               and cancelled_on is distinct from cast(:cancelled as date)))
                        """)
                .param("code", entry.code())
                .param("name", entry.name())
                .param("cancelled", entry.cancelledOn(), java.sql.Types.DATE)
                .update();
        return changed == 1 ? "更新" : "已有，未改动";
    }
}
