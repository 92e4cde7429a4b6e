package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of DuckDB. Check digits are computed by Java functions that {@link Workshop} registers: over a BIGINT they cost a
 * fifth of the same sum in SQL.
 *
 * @param encryption name of the key under which files are written and read; null writes them plain
 */
record DuckDialect(@Nullable String encryption) implements Dialect {
    @Override
    public List<String> prelude() {
        return List.of(
                "create macro clean_text(t) as nullif(replace(replace(trim(t), ' ', ''), '　', ''), '')",
                "create macro clean_code(t) as nullif(upper(replace(trim(t), ' ', '')), '')",
                """
                create macro clean_date(t) as case length(t)
                    when 10 then try_cast(t as date)
                    when 8 then try_cast(concat(substr(t, 1, 4), '-', substr(t, 5, 2), '-', substr(t, 7, 2)) as date)
                end
                """,
                "create macro clean_moment(t) as try_cast(t as timestamp)",
                """
                create macro clean_mobile(t) as case when length(t) = 11 then try_cast(t as bigint)
                    when starts_with(t, '+86') then try_cast(replace(substr(t, 4), '-', '') as bigint)
                    else try_cast(t as bigint) end
                """,
                """
                create macro clean_area(t) as case when starts_with(t, '410881') and length(t) = 12
                    then 419001000000 + try_cast(substr(t, 7) as bigint) else try_cast(t as bigint) end
                """,
                """
                create macro citizen_key(t) as case when length(t) = 18
                    and citizen_check(coalesce(try_cast(substr(t, 1, 17) as bigint), 0)) = ascii(substr(t, 18, 1))
                    then try_cast(substr(t, 1, 17) as bigint) end
                """,
                "create macro citizen_number(k) as case when k > 0 then concat(k::varchar, chr(citizen_check(k)::integer)) end",
                "create macro citizen_birth(k) as (k // 1000) % 100000000",
                "create macro citizen_gender(k) as 2 - k % 2",
                "create macro valid_uscc(t) as length(t) = 18 and uscc_check(t)",
                "create macro whole(t) as try_cast(t as bigint)",
                "create macro day_number(d) as year(d) * 10000 + month(d) * 100 + day(d)",
                "create macro text_matches(t, p) as regexp_full_match(t, p)");
    }

    @Override
    public String minutes(String moment) {
        return "cast(epoch_us(" + moment + ") // 60000000 as bigint)";
    }

    @Override
    public String valueAtGreatest(String value, String rank) {
        return "arg_max(" + value + ", case when " + value + " is not null then " + rank + " end)";
    }

    @Override
    public String digest(String value) {
        return "case when " + value + " is not null then hash(" + value + ") end";
    }

    @Override
    public String bucket(String key, DataType type, int buckets) {
        return type == DataType.INTEGER
                ? "cast(abs(" + key + ") % " + buckets + " as integer)"
                : "case when " + key + " is not null then cast(hash(" + key + ") % " + buckets + " as integer) end";
    }

    @Override
    public String substitute(String text, DataType type) {
        return type == DataType.INTEGER
                ? "-1 - cast(hash(" + text + ") >> 1 as bigint)"
                : "concat('~', printf('%016x', hash(" + text + ")))";
    }

    @Override
    public String shifted(String value, int bits) {
        return bits == 0 ? value : "(" + value + ") * " + (1L << bits);
    }

    @Override
    public String anyBits(String value) {
        return "bit_or(" + value + ")";
    }

    @Override
    public String type(DataType type) {
        return type.sql();
    }

    @Override
    public String writeByBucket(String select, String folder, String part) {
        return "copy (" + select + ") to '" + folder
                + "' (format parquet, partition_by (bucket), overwrite_or_ignore true, filename_pattern '" + part
                + "_{i}'" + sealed() + ")";
    }

    @Override
    public String write(String select, String file) {
        return "copy (" + select + ") to '" + file + "' (format parquet, compression zstd" + sealed() + ")";
    }

    @Override
    public String read(String files) {
        String key = encryption == null ? "" : ", encryption_config = {footer_key: '" + encryption + "'}";
        return "read_parquet('" + files + "', hive_partitioning = false, union_by_name = false" + key + ")";
    }

    private String sealed() {
        return encryption == null ? "" : ", encryption_config {footer_key: '" + encryption + "'}";
    }
}
