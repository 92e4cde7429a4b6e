package cn.gov.jiyuan.hubspark;

import cn.gov.jiyuan.platform.hub.Engines;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Copies snapshots to files that Spark can read (移交): it cannot read those of DuckDB, which leave out a part of the encryption
 * that the standard of Parquet demands. The copy is encrypted too, under the key of the run, and goes with it.
 */
record HandoverStore(Engines engines, String key) {
    private static final int GROUP = 32 << 20;

    void copy(Snapshot snapshot, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties)) {
            prepare(connection);
            engines.show(connection, "source", snapshot);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select * from source");
                    ParquetWriter<ResultSet> writer = writer(folder.resolve("rows.parquet"), rows)) {
                while (rows.next()) {
                    writer.write(rows);
                }
            }
        }
    }

    private void prepare(Connection connection) throws SQLException {
        for (String setting : new String[] {
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "memory_limit = '" + engines.memory() + "MiB'"
        }) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set " + setting);
            }
        }
    }

    private ParquetWriter<ResultSet> writer(Path file, ResultSet rows) throws SQLException, IOException {
        return new Writing(file, RowFormat.of(rows))
                .withConf(new Configuration(false))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize((long) GROUP)
                .withEncryption(SealedFiles.encryption(key))
                .build();
    }

    private static final class Writing extends ParquetWriter.Builder<ResultSet, Writing> {
        private final RowFormat format;

        Writing(Path file, RowFormat format) {
            super(new org.apache.hadoop.fs.Path(file.toUri()));
            this.format = format;
        }

        @Override
        protected Writing self() {
            return this;
        }

        @Override
        protected WriteSupport<ResultSet> getWriteSupport(Configuration configuration) {
            return format;
        }
    }
}
