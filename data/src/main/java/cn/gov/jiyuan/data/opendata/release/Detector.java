package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.stewardship.DataGrades.ColumnGrade;
import cn.gov.jiyuan.data.opendata.anonymity.Ladder;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the role of each column: by the grade that stewardship gave it, by its title, and by looking at every value, because
 * a telephone number in a column of remarks is one all the same. A grade that nobody has confirmed makes rows personal only
 * where it says sensitive: an address may be that of a firm.
 */
@Component("opendata.Detector")
final class Detector {
    private static final String ID_NUMBER =
            "(^|[^0-9])[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]([^0-9]|$)";
    private static final String MOBILE = "(^|[^0-9])1[3-9][0-9]{9}([^0-9]|$)";
    /** 重要数据 (GB/T 43697). */
    private static final int IMPORTANT = 5;
    /** The most sensitive grade of 一般数据. */
    private static final int TOP_OF_GENERAL = 4;

    private final Sources sources;

    Detector(Sources sources) {
        this.sources = sources;
    }

    /** @param people whether rows are about single people */
    record Found(boolean people, List<OpenColumn> columns) {}

    /** Looks at a dataset. @param session over its rows as {@code data} */
    Found in(Dataset dataset, DataSession session) {
        Map<String, ColumnGrade> grades = sources.grades(dataset.name());
        List<@Nullable String> inside = inside(dataset, session);
        boolean people = false;
        for (int i = 0; i < dataset.columns().size(); i++) {
            DataColumn column = dataset.columns().get(i);
            ColumnGrade grade = grades.get(column.name());
            people |= column.personal()
                    || grade != null && grade.personal() && (grade.confirmed() || grade.sensitive())
                    || inside.get(i) != null
                    || Words.IDENTIFIER.matcher(column.title()).find();
        }
        List<OpenColumn> columns = new ArrayList<>();
        for (int i = 0; i < dataset.columns().size(); i++) {
            DataColumn column = dataset.columns().get(i);
            columns.add(role(column, grades.get(column.name()), inside.get(i), people));
        }
        return new Found(people, columns);
    }

    private static OpenColumn role(
            DataColumn column, @Nullable ColumnGrade grade, @Nullable String inside, boolean people) {
        String title = column.title();
        if (inside != null) {
            return column(column, ColumnRole.IDENTIFIER, Ladder.NONE, inside);
        }
        if (Words.IDENTIFIER.matcher(title).find()
                || people && Words.CONTACT.matcher(title).find()) {
            return column(column, ColumnRole.IDENTIFIER, Ladder.NONE, "列名表明可以识别到人");
        }
        if (grade != null && grade.level() >= IMPORTANT) {
            return column(column, ColumnRole.IDENTIFIER, Ladder.NONE, "定级为重要数据或者核心数据：" + grade.why());
        }
        if (grade != null && grade.personal() && !grade.sensitive() && grade.level() >= TOP_OF_GENERAL) {
            return column(column, ColumnRole.IDENTIFIER, Ladder.NONE, "定级为 4 级个人信息：" + grade.why());
        }
        if (people && Words.isQuasi(title)) {
            return column(column, ColumnRole.QUASI, Words.ladder(title), "与其他列组合可能识别到人");
        }
        if (people
                && (grade != null && grade.sensitive()
                        || Words.SENSITIVE.matcher(title).find())) {
            return column(column, ColumnRole.SENSITIVE, Ladder.NONE, "敏感个人信息（个人信息保护法第二十八条）");
        }
        if (column.type() == DataType.INTEGER && Words.COUNT.matcher(title).find()) {
            return column(column, ColumnRole.COUNT, Ladder.NONE, "人数类统计，小单元隐藏");
        }
        return column(column, ColumnRole.PLAIN, Ladder.NONE, "");
    }

    private static OpenColumn column(DataColumn column, ColumnRole role, Ladder ladder, String why) {
        return new OpenColumn(column.name(), column.title(), column.type(), role, ladder, true, why);
    }

    /** For each column what its values give away; null if nothing. */
    private static List<@Nullable String> inside(Dataset dataset, DataSession session) {
        StringBuilder sql = new StringBuilder("select count(*) as whole");
        for (DataColumn column : dataset.columns()) {
            if (isSearched(column)) {
                String value = "cast(" + Sql.name(column.name()) + " as varchar)";
                sql.append(", count(*) filter (where regexp_matches(")
                        .append(value)
                        .append(", '")
                        .append(ID_NUMBER);
                sql.append("')) as ").append(Sql.name("i_" + column.name()));
                sql.append(", count(*) filter (where regexp_matches(")
                        .append(value)
                        .append(", '")
                        .append(MOBILE);
                sql.append("')) as ").append(Sql.name("m_" + column.name()));
            }
        }
        DataSession.Row row = session.one(sql.append(" from data").toString());
        List<@Nullable String> found = new ArrayList<>();
        for (DataColumn column : dataset.columns()) {
            found.add(isSearched(column) ? words(row, column.name()) : null);
        }
        return found;
    }

    private static boolean isSearched(DataColumn column) {
        return column.type() == DataType.TEXT || column.type() == DataType.INTEGER;
    }

    private static @Nullable String words(DataSession.Row row, String column) {
        long ids = row.number("i_" + column);
        long phones = row.number("m_" + column);
        if (ids > 0) {
            return "有 " + ids + " 行含公民身份号码";
        }
        return phones > 0 ? "有 " + phones + " 行含手机号码" : null;
    }
}
