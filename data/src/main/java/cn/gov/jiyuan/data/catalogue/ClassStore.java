package cn.gov.jiyuan.data.catalogue;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree of classes (类、项、目、细目). */
@Component
final class ClassStore {
    /** From here on down an entry may stand in a class. */
    static final int DIRECTORY = 3;

    private final JdbcClient jdbc;

    ClassStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A class of the tree. @param unitCode unit to which a directory of 部门信息资源 belongs */
    record ResourceClass(
            String code,
            @Nullable String parent,
            int level,
            String name,
            @Nullable String unitCode) {}

    List<ResourceClass> all() {
        return jdbc.sql("select code, parent, level, name, unit_code from catalogue.class order by code")
                .query(ResourceClass.class)
                .list();
    }

    Optional<ResourceClass> find(String code) {
        return jdbc.sql("select code, parent, level, name, unit_code from catalogue.class where code = ?")
                .param(code)
                .query(ResourceClass.class)
                .optional();
    }

    /** The directory of a unit. */
    Optional<ResourceClass> ofUnit(String unitCode) {
        return jdbc.sql("select code, parent, level, name, unit_code from catalogue.class where unit_code = ?"
                        + " order by code limit 1")
                .param(unitCode)
                .query(ResourceClass.class)
                .optional();
    }

    /** Adds a class or renames it. */
    void put(ResourceClass one) {
        jdbc.sql("""
                        insert into catalogue.class (code, parent, level, name, unit_code)
                        values (:code, :parent, :level, :name, :unitCode)
                        on conflict (code) do update set name = excluded.name, unit_code = excluded.unit_code
                        """).paramSource(one).update();
    }
}
