package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemUsage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Daily sums of matters by item, counted from the list that the engine of cases publishes. */
@Component
class UsageStore {
    private static final String MATTERS =
            " from cases.matter_list where type = 'onestop.matter' and number is not null";
    private static final String ITEM = "split_part(subject_ref, ' v', 1)";
    private static final String ACTUAL =
            "select code, name, unit_name, actual_median, actual_ninth, actual_matters, promise from items.item"
                    + " where state = 'IN_FORCE' and actual_matters >= :least";

    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Matters of an item that were accepted on a day and decided on the day asked for. */
    record Span(String itemCode, LocalDate accepted, long matters) {}

    /** Days from first to last that were never counted, latest first. */
    List<LocalDate> uncounted(LocalDate first, LocalDate last, int limit) {
        return jdbc.sql("""
                        select d::date from generate_series(:first::date, :last::date, interval '1 day') d
                         where not exists (select 1 from items.usage_day u where u.day = d::date)
                         order by d desc limit :limit
                        """)
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query(LocalDate.class)
                .list();
    }

    void forgetDays() {
        jdbc.sql("delete from items.usage_day").update();
    }

    void markCounted(LocalDate day, OffsetDateTime at) {
        jdbc.sql("""
                        insert into items.usage_day (day, counted_at) values (:day, :at)
                        on conflict (day) do update set counted_at = excluded.counted_at
                        """).param("day", day).param("at", at).update();
    }

    void countSubmitted(LocalDate day, OffsetDateTime from, OffsetDateTime to) {
        jdbc.sql("delete from items.usage where day = :day").param("day", day).update();
        jdbc.sql("insert into items.usage (day, item_code, submitted) select :day, " + ITEM + ", count(*)" + MATTERS
                        + " and subject_ref is not null and opened_at >= :from and opened_at < :to group by 2")
                .param("day", day)
                .param("from", from)
                .param("to", to)
                .update();
    }

    List<Span> decided(OffsetDateTime from, OffsetDateTime to) {
        return jdbc.sql("select " + ITEM + " as item, (accepted_at at time zone 'Asia/Shanghai')::date as accepted,"
                        + " count(*) as matters" + MATTERS
                        + " and subject_ref is not null and decided_at >= :from and decided_at < :to"
                        + " and accepted_at is not null group by 1, 2")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Span(
                        row.getString("item"), row.getObject("accepted", LocalDate.class), row.getLong("matters")))
                .list();
    }

    void forgetDurations(LocalDate day) {
        jdbc.sql("delete from items.duration where decided_on = :day")
                .param("day", day)
                .update();
    }

    void addDuration(LocalDate day, String itemCode, int workdays, long matters) {
        jdbc.sql("""
                        insert into items.duration (decided_on, item_code, workdays, matters)
                        values (:day, :item, :workdays, :matters)
                        on conflict (decided_on, item_code, workdays)
                        do update set matters = items.duration.matters + excluded.matters
                        """)
                .param("day", day)
                .param("item", itemCode)
                .param("workdays", workdays)
                .param("matters", matters)
                .update();
    }

    /** Brings the sums of the last months onto the items; rows that stay the same are not touched. */
    void sumUp(LocalDate from) {
        jdbc.sql("""
                        with used as (
                            select item_code, sum(submitted) as uses from items.usage where day >= :from group by 1
                        ), spread as (
                            select item_code, workdays, sum(matters) as matters from items.duration
                             where decided_on >= :from group by 1, 2
                        ), running as (
                            select item_code, workdays, sum(matters) over (partition by item_code order by workdays) as upto,
                                   sum(matters) over (partition by item_code) as total
                              from spread
                        ), actual as (
                            select item_code, max(total) as total, min(workdays) filter (where upto * 2 >= total) as median,
                                   min(workdays) filter (where upto * 10 >= total * 9) as ninth
                              from running group by 1
                        ), sums as (
                            select i.id, coalesce(u.uses, 0) as uses, a.median, a.ninth, a.total
                              from items.item i left join used u on u.item_code = i.code left join actual a on a.item_code = i.code
                        )
                        update items.item i
                           set uses = s.uses, actual_median = s.median, actual_ninth = s.ninth, actual_matters = s.total
                          from sums s
                         where s.id = i.id
                           and (i.uses, i.actual_median, i.actual_ninth, i.actual_matters)
                               is distinct from (s.uses, s.median, s.ninth, s.total)
                        """).param("from", from).update();
    }

    void forgetBefore(LocalDate day) {
        jdbc.sql("delete from items.usage where day < :day").param("day", day).update();
        jdbc.sql("delete from items.duration where decided_on < :day")
                .param("day", day)
                .update();
        jdbc.sql("delete from items.usage_day where day < :day")
                .param("day", day)
                .update();
    }

    List<ItemUsage.Use> since(LocalDate day, int limit) {
        return jdbc.sql("""
                        select i.code, i.name, i.unit_name, sum(u.submitted) as uses
                          from items.usage u join items.item i on i.code = u.item_code and i.state = 'IN_FORCE'
                         where u.day >= :day group by i.code, i.name, i.unit_name order by uses desc, i.code limit :limit
                        """)
                .param("day", day)
                .param("limit", limit)
                .query((row, n) -> new ItemUsage.Use(
                        row.getString("code"), row.getString("name"), row.getString("unit_name"), row.getLong("uses")))
                .list();
    }

    List<ItemUsage.Actual> actuals(int limit) {
        return jdbc.sql(ACTUAL + " order by actual_matters desc, code limit :limit")
                .param("least", ItemUsage.LEAST)
                .param("limit", limit)
                .query((row, n) -> actual(row))
                .list();
    }

    Optional<ItemUsage.Actual> actual(String code) {
        return jdbc.sql(ACTUAL + " and code = :code")
                .param("least", ItemUsage.LEAST)
                .param("code", code)
                .query((row, n) -> actual(row))
                .optional();
    }

    List<ItemUsage.Actual> actualsOfUnit(String unitCode, int limit) {
        return jdbc.sql(ACTUAL + " and unit_code = :unit order by actual_matters desc, code limit :limit")
                .param("least", ItemUsage.LEAST)
                .param("unit", unitCode)
                .param("limit", limit)
                .query((row, n) -> actual(row))
                .list();
    }

    /** Matters of the last twelve months under the items of a unit. */
    long ofUnit(String unitCode) {
        return jdbc.sql("select coalesce(sum(uses), 0) from items.item where state = 'IN_FORCE' and unit_code = :unit")
                .param("unit", unitCode)
                .query(Long.class)
                .single();
    }

    @Nullable
    LocalDate lastDay() {
        return jdbc.sql("select max(day) from items.usage_day")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    private static ItemUsage.Actual actual(ResultSet row) throws SQLException {
        return new ItemUsage.Actual(
                row.getString("code"),
                row.getString("name"),
                row.getString("unit_name"),
                row.getInt("actual_median"),
                row.getInt("actual_ninth"),
                row.getLong("actual_matters"),
                row.getString("promise"));
    }
}
