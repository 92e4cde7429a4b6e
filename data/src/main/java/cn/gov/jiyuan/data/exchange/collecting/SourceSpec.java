package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.FileFormat;
import cn.gov.jiyuan.kernel.error.Fault;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The source of a task, without its password (来源参数). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SourceSpec.OfFile.class, name = "FILE"),
    @JsonSubTypes.Type(value = SourceSpec.OfTable.class, name = "TABLE"),
    @JsonSubTypes.Type(value = SourceSpec.OfApi.class, name = "API"),
    @JsonSubTypes.Type(value = SourceSpec.OfLog.class, name = "LOG"),
    @JsonSubTypes.Type(value = SourceSpec.OfBackflow.class, name = "BACKFLOW")
})
sealed interface SourceSpec {
    SourceKind sort();

    /** @throws Fault {@code exchange.collecting-bad-source} */
    default void check() {}

    /** Files that a department hands in, through the page or the drop folder. @param rowsAt JSON pointer or XML element */
    record OfFile(@Nullable FileFormat format, @Nullable String rowsAt) implements SourceSpec {
        @Override
        public SourceKind sort() {
            return SourceKind.FILE;
        }
    }

    /**
     * A table or view of a PostgreSQL database, read only.
     *
     * @param watermark column that grows with each change; null to read all each time
     * @param tie column that, after the watermark, makes the order of rows certain
     */
    record OfTable(
            String host,
            int port,
            String database,
            String user,
            String table,
            @Nullable String watermark,
            @Nullable String tie)
            implements SourceSpec {
        @Override
        public SourceKind sort() {
            return SourceKind.TABLE;
        }

        @Override
        public void check() {
            place(host, port, database, user, table);
            for (String column : new String[] {watermark, tie}) {
                if (column != null && !column.isEmpty()) {
                    demand(NAME.matcher(column).matches(), "列名“" + column + "”");
                }
            }
            demand((watermark == null) == (tie == null), "水位列和次序列要么都填写，要么都不填写");
        }
    }

    /**
     * An interface that answers with pages of JSON.
     *
     * @param rowsAt JSON pointer of the array of rows in an answer
     * @param pageName parameter that takes the number of the page, from 1; empty for an interface without pages
     * @param pageSize rows asked for in each page
     * @param sizeName parameter that takes the size
     * @param header name of the header that takes the secret, {@code Authorization} for example; empty for none
     */
    record OfApi(String url, String rowsAt, String pageName, int pageSize, String sizeName, String header)
            implements SourceSpec {
        @Override
        public SourceKind sort() {
            return SourceKind.API;
        }

        @Override
        public void check() {
            try {
                URI uri = URI.create(url);
                boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                demand(http && uri.getHost() != null && uri.getUserInfo() == null, "地址应以 http:// 或 https:// 开头");
            } catch (IllegalArgumentException e) {
                throw Fault.at("/source", CollectingError.BAD_SOURCE, "地址“" + url + "”");
            }
            demand(pageName.isEmpty() || pageSize >= 1 && pageSize <= 10_000, "每页行数应在 1 至 10000 之间");
            demand(header.matches("[A-Za-z0-9-]*"), "请求头名称“" + header + "”");
        }
    }

    /** The change log of a table of a PostgreSQL database. @param slot name of the replication slot, ours alone */
    record OfLog(String host, int port, String database, String user, String table, String publication, String slot)
            implements SourceSpec {
        @Override
        public SourceKind sort() {
            return SourceKind.LOG;
        }

        @Override
        public void check() {
            place(host, port, database, user, table);
            demand(NAME.matcher(publication).matches(), "发布名“" + publication + "”");
            demand(slot.matches("[a-z0-9_]{1,63}"), "复制槽名“" + slot + "”应为小写字母、数字和下划线");
        }
    }

    /**
     * Files from the province (属地回流).
     *
     * @param areaColumn source column with the division code of a row
     * @param approval number of the province's approval
     */
    record OfBackflow(
            @Nullable FileFormat format, @Nullable String rowsAt, String areaColumn, String approval)
            implements SourceSpec {
        @Override
        public SourceKind sort() {
            return SourceKind.BACKFLOW;
        }

        @Override
        public void check() {
            demand(!areaColumn.isBlank(), "没有指明行政区划所在的列");
            demand(!approval.isBlank(), "没有填写省级批准文号");
        }
    }

    /** Schema and table, or table; plain names only, so that none can end the statement. */
    Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,62}");

    private static void place(String host, int port, String database, String user, String table) {
        demand(host.matches("[A-Za-z0-9.:-]{1,253}"), "主机“" + host + "”");
        demand(port > 0 && port < 65_536, "端口 " + port);
        demand(NAME.matcher(database).matches(), "数据库名“" + database + "”");
        demand(!user.isBlank(), "没有填写用户名");
        String[] parts = table.split("\\.", -1);
        boolean named = parts.length <= 2;
        for (String part : parts) {
            named &= NAME.matcher(part).matches();
        }
        demand(named, "表名“" + table + "”应为 模式.表");
    }

    private static void demand(boolean held, String what) {
        if (!held) {
            throw Fault.at("/source", CollectingError.BAD_SOURCE, what);
        }
    }
}
