package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.id.Ids;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the rows of a query into encrypted files of a batch, spread by key. */
final class PartWriter {
    private static final Pattern BUCKET = Pattern.compile("_b=(\\d+)");
    private final DuckStore engine;
    private final Batching batching;
    private final DataFolder folder;
    private final Path place;

    PartWriter(DuckStore engine, Batching batching, DataFolder folder) {
        this.engine = engine;
        this.batching = batching;
        this.folder = folder;
        this.place = folder.begin(batching.dataset().name(), batching.id());
    }

    Path place() {
        return place;
    }

    List<Part> write(String query) {
        if (batching.dataset().buckets() == 1) {
            return whole(query);
        }
        return copied(
                "select *, " + SqlText.bucket(batching.dataset()) + " as _b from (" + query + ")",
                place.resolve("w" + Ids.next()),
                ", partition_by (_b)");
    }

    /** Into one file, whatever its columns. */
    List<Part> whole(String query) {
        return copied(query, place.resolve("w" + Ids.next() + ".parquet"), "");
    }

    private List<Part> copied(String query, Path target, String options) {
        List<Part> parts = engine.changed(
                "copy (" + query + ") to " + SqlText.literal(target.toString())
                        + " (format parquet, compression zstd, return_stats true, encryption_config {footer_key: '"
                        + SqlText.keyOf(batching.id().toString()) + "'}" + options + ")",
                this::parts);
        parts.stream().filter(part -> part.rows() == 0).forEach(part -> folder.delete(part.path()));
        return parts.stream().filter(part -> part.rows() > 0).toList();
    }

    private List<Part> parts(ResultSet rows) throws SQLException {
        List<Part> parts = new ArrayList<>();
        while (rows.next()) {
            String file = rows.getString("filename");
            Matcher bucket = BUCKET.matcher(file);
            parts.add(new Part(
                    Ids.next(),
                    batching.id(),
                    bucket.find() ? Integer.parseInt(bucket.group(1)) : 0,
                    folder.relative(file),
                    rows.getLong("count"),
                    rows.getLong("file_size_bytes")));
        }
        return parts;
    }
}
