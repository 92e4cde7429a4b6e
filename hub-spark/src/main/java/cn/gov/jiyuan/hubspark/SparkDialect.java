package cn.gov.jiyuan.hubspark;

import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.pipeline.Dialect;

/** The SQL of Spark; sessions are in UTC, so that points in time without a zone are counted as they stand. */
enum SparkDialect implements Dialect {
    INSTANCE;

    @Override
    public String minutes(String moment) {
        return "unix_micros(cast(" + moment + " as timestamp_ltz)) div 60000000";
    }

    @Override
    public String greatest(String value, String rank, DataType type) {
        return "max(case when " + value + " is not null and " + rank + " is not null then struct(" + rank + " as r, "
                + value + " as v) end)";
    }

    @Override
    public String valueOf(String greatest, DataType type) {
        return greatest + ".v";
    }

    @Override
    public String rankOf(String greatest, DataType type) {
        return greatest + ".r";
    }

    @Override
    public String digest(String value) {
        return "case when " + value + " is not null then xxhash64(" + value + ") end";
    }

    @Override
    public String bucket(String key, DataType type, int buckets) {
        return type == DataType.INTEGER
                ? "cast(abs(" + key + ") % " + buckets + " as int)"
                : "cast(pmod(xxhash64(" + key + "), " + buckets + ") as int)";
    }

    @Override
    public String substitute(String text, DataType type) {
        return type == DataType.INTEGER
                ? "-1 - cast(conv(substr(md5(" + text + "), 1, 15), 16, 10) as bigint)"
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
        return switch (type) {
            case TEXT -> "string";
            case MOMENT -> "timestamp_ntz";
            default -> type.sql();
        };
    }

    @Override
    public String text(String value) {
        return "cast(" + value + " as string)";
    }
}
