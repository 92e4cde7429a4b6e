package cn.gov.jiyuan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

class SqlRulesTest {
    /** Engines' classes that speak SQL under another name, and why. */
    private static final Map<String, String> MAY_SPEAK_SQL = Map.of(
            "cn.gov.jiyuan.platform.audit.ChainVerifier", "holds one snapshot while it verifies",
            "cn.gov.jiyuan.platform.audit.Cursor", "streams rows past the verifier",
            "cn.gov.jiyuan.platform.audit.KeptRows", "takes digests of rows that other modules keep",
            "cn.gov.jiyuan.platform.audit.KeptRowsCheck", "compares kept rows of any schema while verifying",
            "cn.gov.jiyuan.platform.audit.Lanes", "looks for gaps while verifying",
            "cn.gov.jiyuan.platform.cases.Trip", "sends the statements of the stores in one trip",
            "cn.gov.jiyuan.platform.jobs.Era", "one row per database",
            "cn.gov.jiyuan.platform.parties.UnitRegister", "reads the units once",
            "cn.gov.jiyuan.platform.records.History", "derives its SQL from a descriptor",
            "cn.gov.jiyuan.platform.records.TableShapes", "reads the catalogue of the database");

    /** Views that an engine or system publishes for others to read, as {@code schema.view}. */
    private static final Set<String> PUBLISHED =
            Set.of("cases.matter_list", "cases.clock_list", "reviews.evaluation_facts");

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = TestPostgres.fresh();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void only_stores_speak_sql() {
        noClasses()
                .that(doNotKeepRows())
                .should()
                .callCodeUnitWhere(runsSql())
                .because("whoever looks for what touches a table must find it by the name of the class")
                .check(House.classes());
    }

    @Test
    void stores_are_hidden_in_their_module() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .and()
                .areNotInterfaces()
                .should()
                .bePackagePrivate()
                .because("a table that others can reach through a public store is a public table")
                .check(House.classes());
    }

    @Test
    void sql_names_no_table_of_another_schema() {
        Pattern table = Pattern.compile("(?i)\\b(from|join|into|update|table|truncate|copy|using|only|references)\\s+(("
                + schemas() + ")\\.\\w*)");
        Pattern whole = Pattern.compile("(?i)new BulkWriter\\(\\s*\\w+,\\s*\"+\\s*((" + schemas() + ")\\.\\w*)");
        List<String> found = new ArrayList<>();
        for (String ending : List.of(".java", ".sql")) {
            for (House.Source source : House.sources(ending)) {
                collect(found, source, table.matcher(source.text()), 2);
                collect(found, source, whole.matcher(source.text()), 1);
            }
        }
        assertThat(found)
                .as("tables of other schemas; a schema is private to its module, so that it can change and move")
                .isEmpty();
    }

    @Test
    void no_foreign_key_crosses_a_schema() {
        assertThat(names("""
                        select c.conrelid::regclass || ' -> ' || c.confrelid::regclass
                          from pg_constraint c
                          join pg_class a on a.oid = c.conrelid
                          join pg_class b on b.oid = c.confrelid
                         where c.contype = 'f' and a.relnamespace <> b.relnamespace
                        """))
                .as("foreign keys between schemas; they would tie two modules' tables into one database for ever")
                .isEmpty();
    }

    @Test
    void every_table_and_view_says_in_chinese_what_it_holds() {
        assertThat(names("""
                        select c.oid::regclass::text
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = any (string_to_array(?, '|')) and c.relkind in ('r', 'p', 'v', 'm')
                           and not c.relispartition and c.relname <> 'schema_history' and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '[一-龥]'
                        """, schemas()))
                .as("tables without a comment; the database outlives the program and must explain itself")
                .isEmpty();
    }

    @Test
    void every_column_says_in_chinese_what_it_holds() {
        assertThat(names("""
                        select c.oid::regclass || '.' || a.attname
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where n.nspname = any (string_to_array(?, '|')) and c.relkind in ('r', 'p')
                           and not c.relispartition and c.relname <> 'schema_history' and coalesce(col_description(c.oid, a.attnum), '') !~ '[一-龥]'
                        """, schemas()))
                .as(
                        "columns of tables without a comment (views repeat them); the catalogue of data (政务信息资源目录) is read from them")
                .isEmpty();
    }

    private static String schemas() {
        return String.join("|", House.schemas());
    }

    private static List<String> names(String sql, Object... arguments) {
        return database.jdbc().sql(sql).params(arguments).query(String.class).list();
    }

    private static void collect(List<String> found, House.Source source, Matcher matcher, int name) {
        while (matcher.find()) {
            String schema = matcher.group(name + 1);
            if (!schema.equals(source.module()) && !PUBLISHED.contains(matcher.group(name))) {
                found.add(source.path() + ":" + source.line(matcher.start()) + " " + matcher.group());
            }
        }
    }

    private static DescribedPredicate<JavaClass> doNotKeepRows() {
        return DescribedPredicate.describe(
                "are neither a Store, a Reference, demo data nor part of the database engine", type -> {
                    String name = outermost(type);
                    String simple = name.substring(name.lastIndexOf('.') + 1);
                    return !simple.endsWith("Store")
                            && !simple.endsWith("Reference")
                            && !simple.startsWith("Demo")
                            && !name.startsWith(House.BASE + ".platform.database.")
                            && !MAY_SPEAK_SQL.containsKey(name);
                });
    }

    private static String outermost(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }

    private static DescribedPredicate<JavaCall<?>> runsSql() {
        return DescribedPredicate.describe("runs SQL", call -> {
            JavaClass owner = call.getTargetOwner();
            String method = call.getTarget().getName();
            return switch (method) {
                case "sql" -> owner.isAssignableTo(JdbcClient.class);
                case "<init>" -> owner.isAssignableTo(BulkWriter.class);
                case "prepareStatement", "prepareCall", "createStatement" -> owner.isAssignableTo(Connection.class);
                default ->
                    (method.startsWith("query")
                                    || method.startsWith("update")
                                    || method.startsWith("batchUpdate")
                                    || method.startsWith("execute"))
                            && (owner.isAssignableTo(JdbcOperations.class)
                                    || owner.isAssignableTo(NamedParameterJdbcOperations.class)
                                    || owner.isAssignableTo(Statement.class));
            };
        });
    }
}
