package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.DataType;
import java.util.List;

/**
 * The SQL of DuckDB. {@link DuckFunctions} computes the check digits.
 *
 * <p>The greatest rank and its value are kept together in one number of 128 bits where the value is a number or a date, else
 * in a pair: one maximum for both, and where two ranks are equal the greater value decides, whatever order rows come in.
 */
enum DuckDialect implements Dialect {
    INSTANCE;

    /** Statements that define the functions of declarations. */
    static final List<String> PRELUDE = List.of(
            "create macro clean_text(t) as nullif(replace(replace(trim(t), ' ', ''), '　', ''), '')",
            "create macro clean_code(t) as nullif(upper(replace(trim(t), ' ', '')), '')",
            """
            create macro clean_date(t) as case when regexp_full_match(t, '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{7}')
                then try_cast(case length(t) when 10 then t
                    else concat(substr(t, 1, 4), '-', substr(t, 5, 2), '-', substr(t, 7, 2)) end as date) end
            """,
            """
            create macro clean_moment(t) as case when regexp_full_match(t, '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}'
                    || '([ T]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?)?')
                then try_cast(t as timestamp) end
            """,
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

    private static final String SHIFT = "18446744073709551616::hugeint";
    private static final String MIDDLE = "9223372036854775808::hugeint";

    @Override
    public String minutes(String moment) {
        return "cast(epoch_us(" + moment + ") // 60000000 as bigint)";
    }

    @Override
    public String greatest(String value, String rank, DataType type) {
        return switch (type) {
            case INTEGER -> packed("cast(" + value + " as hugeint)", rank);
            case DATE -> packed("(cast(" + value + " as date) - date '1970-01-01')", rank);
            default ->
                "max(case when " + value + " is not null and " + rank + " is not null then struct_pack(r := " + rank
                        + ", v := " + value + ") end)";
        };
    }

    private static String packed(String number, String rank) {
        return "max(cast(" + rank + " as hugeint) * " + SHIFT + " + (" + number + " + " + MIDDLE + "))";
    }

    @Override
    public String valueOf(String greatest, DataType type) {
        return switch (type) {
            case INTEGER -> "cast(" + greatest + " % " + SHIFT + " - " + MIDDLE + " as bigint)";
            case DATE -> "date '1970-01-01' + cast(" + greatest + " % " + SHIFT + " - " + MIDDLE + " as integer)";
            default -> greatest + ".v";
        };
    }

    @Override
    public String rankOf(String greatest, DataType type) {
        return switch (type) {
            case INTEGER, DATE -> "cast(" + greatest + " // " + SHIFT + " as bigint)";
            default -> greatest + ".r";
        };
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
                ? "-1 - cast(concat('0x', substr(md5(" + text + "), 1, 15)) as bigint)"
                : "concat('~', substr(md5(" + text + "), 1, 16))";
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
    public String text(String value) {
        return "cast(" + value + " as varchar)";
    }
}
