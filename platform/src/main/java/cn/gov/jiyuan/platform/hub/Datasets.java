package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The datasets of the hub. Their rows lie in encrypted Parquet files, the list of files that make up a version in the
 * database: so readers see one version or the next and nothing between, and a killed batch leaves no trace.
 * Each new version is told on the feed as {@link BatchDone}.
 */
public interface Datasets {
    /**
     * Declares a dataset, or adds columns to it; the same declaration again changes nothing.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.bad-columns} if a column would vanish or change its type
     */
    void declare(Actor actor, Dataset dataset);

    Optional<Dataset> find(String name);

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.unknown} */
    Dataset get(String name);

    /** Datasets by name. @param after the last name of the page before */
    List<Dataset> list(@Nullable String after, int limit);

    /**
     * Begins a batch.
     *
     * @param batch the sender's number of the batch, unique within the dataset
     */
    Landing land(Actor actor, String dataset, String batch, Landing.Mode mode);

    /** Batches that wait for somebody to look at them, the newest first. @param dataset null for all */
    List<HeldBatch> held(@Nullable String dataset, int limit);

    /**
     * Lets a held batch become visible after all.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.not-held} if it does not wait
     */
    Snapshot release(Actor actor, UUID batch, String reason);

    /** Gives a held batch up for good. @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.not-held} */
    void discard(Actor actor, UUID batch, String reason);

    /** The version in force; empty before the first batch. */
    Optional<Snapshot> current(String dataset);

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.unknown-snapshot}; old versions are cleared away in time */
    Snapshot snapshot(String dataset, long number);

    /** Versions that can still be read, the newest first. */
    List<Snapshot> snapshots(String dataset, int limit);

    /**
     * Opens a session for reading.
     *
     * @param views snapshots by the names under which queries read them
     */
    DataSession open(Map<String, Snapshot> views);

    /**
     * Which batches brought the rows of a version in which a column has a value, and where in them they stood; at most so
     * many. A batch that merges rows by key keeps no places.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.unknown-column}
     */
    List<RowPlace> places(Snapshot snapshot, String column, Object value, int limit);

    /** A session over the version in force of one dataset, under the name {@code data}. @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.empty} */
    DataSession open(String dataset);
}
