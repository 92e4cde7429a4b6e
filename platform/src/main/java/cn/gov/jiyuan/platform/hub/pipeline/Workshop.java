package cn.gov.jiyuan.platform.hub.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An engine with a folder of its own (加工车间), in which one run keeps what is not yet a dataset. Files are Parquet, encrypted
 * under a key that lives as long as the run; what a killed run left cannot be read by anybody and is removed by the next.
 * For one thread. Every step that the engine refuses is told as {@code hub.step-failed} with its name.
 */
public interface Workshop extends AutoCloseable {
    /** The SQL that the engine understands. */
    Dialect dialect();

    /** Where the files lie. */
    Path folder();

    /** The key of this run's files, 32 bytes in base 64. */
    String key();

    /** How many buckets may be merged in one step without running out of memory. */
    int bucketsAtOnce();

    /** Makes the rows of an origin readable. @return the relation, as it stands in SQL */
    String take(String origin, Input input);

    /**
     * Writes rows to files, into one folder {@code <folder>/bucket=<value>} for each value of the column {@code bucket}; rows
     * that lie there stay.
     *
     * @param step what it is for, told when it fails
     * @param part begins the names of the files
     */
    void spread(String step, String select, String folder, String part);

    /** Writes rows to files in a folder; rows that lie there stay. */
    void write(String step, String select, String folder, String part);

    /** Keeps the rows of a query under a name for the steps that follow; for few rows. */
    void keep(String step, String name, String select);

    /** A relation of all rows in these folders, of which none is empty. */
    String read(List<String> folders);

    /** All rows of a small result, by column. */
    List<Map<String, @Nullable Object>> rows(String step, String sql);

    /** Ends the work and removes the folder. */
    @Override
    void close();
}
