package cn.gov.jiyuan.platform.hub;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch that is being landed (入库批次). Nobody sees anything of it until {@link #commit()}; closing without that forgets
 * it. For one thread.
 */
public interface Landing extends AutoCloseable {
    /** What a batch does to the rows that are there. */
    enum Mode {
        /** Adds its rows. */
        APPEND,
        /** Is the whole dataset from now on. */
        REPLACE,
        /** Takes the place of rows with the same key, adds the others; needs a key. */
        MERGE
    }

    /**
     * Takes one row, in the order of the columns of the dataset.
     *
     * @param values each of the Java type of its column's {@link DataType}, or null
     */
    void row(@Nullable Object... values);

    /** Takes one row to be removed by key; only in {@link Mode#MERGE}. */
    void removeRow(Object... key);

    /**
     * Takes the rows of a query, whose columns are named as those of the dataset; missing ones stay empty.
     *
     * @param sources snapshots by the names under which the query reads them
     */
    void rows(String select, Map<String, Snapshot> sources);

    /**
     * Takes the rows of Parquet files, whose columns are named as those of the dataset; missing ones stay empty.
     *
     * @param folder of the files, all of which are taken
     * @param key under which they are encrypted, 32 bytes in base 64
     */
    void files(Path folder, String key);

    /** Rows taken so far. */
    long size();

    /**
     * A digest of the rows taken that does not depend on their order, and their number; by it a second sending of the same
     * batch is known.
     */
    String digest();

    /**
     * Makes the batch visible at once.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.no-key} if a row to merge lacks its key, {@code hub.overtaken} if
     *     somebody else changed the dataset meanwhile, {@code hub.batch-differs} if a batch of this number with other rows
     *     was landed before
     */
    Landed commit();

    @Override
    void close();

    /**
     * What came of a batch.
     *
     * @param batch id of the batch; of the first sending if it is a duplicate
     * @param snapshot the version made, or the version that the first sending had made; null while the batch is held
     * @param duplicate the same batch had been landed before, nothing was changed
     * @param held why a {@link LandingGate} holds it back, else null
     */
    record Landed(
            UUID batch,
            @Nullable Snapshot snapshot,
            boolean duplicate,
            @Nullable String held,
            String digest) {}
}
