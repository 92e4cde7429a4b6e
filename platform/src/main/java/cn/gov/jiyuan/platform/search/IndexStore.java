package cn.gov.jiyuan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The index of this node on disk. The place in the feed lies in the commit itself, so that after a crash both fall back
 * to the same moment. A home shared by several nodes holds one index each.
 */
final class IndexStore implements AutoCloseable {
    private static final int MOST_NODES_PER_HOME = 16;
    private static final int CHANGES_PER_COMMIT = 2_000;
    private static final int NEVER = -1;
    /** Few: a question looks up dozens of terms in each segment, and is asked far more often than something changes. */
    private static final int SEGMENTS = 3;

    private final Directory directory;
    private final Fields fields;
    private final Object turn = new Object();
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;
    private volatile Mark mark;
    private volatile Mark committed;
    private int uncommitted;

    /** @param cursor sequence of the last entry held @param generation number of the rebuild that was asked for */
    record Mark(long cursor, long generation, int analysis) {
        private static final Mark NONE = new Mark(0, NEVER, Fields.ANALYSIS);

        Map<String, String> entries() {
            return Map.of("cursor", "" + cursor, "generation", "" + generation, "analysis", "" + analysis);
        }

        static Mark of(Map<String, String> entries) {
            int analysis = Integer.parseInt(entries.getOrDefault("analysis", "0"));
            return analysis != Fields.ANALYSIS
                    ? NONE
                    : new Mark(
                            Long.parseLong(entries.getOrDefault("cursor", "0")),
                            Long.parseLong(entries.getOrDefault("generation", "" + NEVER)),
                            analysis);
        }
    }

    /** Work with a searcher that must not be kept. */
    interface Reading<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private IndexStore(Directory directory, IndexWriter writer, Fields fields) throws IOException {
        this.directory = directory;
        this.fields = fields;
        this.writer = writer;
        this.mark = markOf(writer);
        this.committed = mark;
        if (mark.generation() == NEVER) {
            writer.deleteAll();
        }
        this.searchers = new SearcherManager(writer, true, true, null);
    }

    /** @param folder where indexes lie; each node takes a folder of its own in it */
    static IndexStore open(Path folder, Fields fields) {
        try {
            for (int node = 0; node < MOST_NODES_PER_HOME; node++) {
                Directory directory = FSDirectory.open(Files.createDirectories(folder.resolve("search-" + node)));
                try {
                    return new IndexStore(directory, writer(directory), fields);
                } catch (LockObtainFailedException taken) {
                    directory.close();
                }
            }
            throw new IllegalStateException("all index folders in " + folder + " are taken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Mark mark() {
        return mark;
    }

    /** Takes changes; entries up to {@code cursor} are held from now on. Visible to searches when it returns. */
    void apply(List<SearchChange> changes, long cursor) {
        synchronized (turn) {
            try {
                for (SearchChange change : changes) {
                    write(change);
                }
                mark = new Mark(cursor, mark.generation(), Fields.ANALYSIS);
                uncommitted += changes.size();
                if (uncommitted >= CHANGES_PER_COMMIT) {
                    commit();
                }
                if (!changes.isEmpty()) {
                    searchers.maybeRefreshBlocking();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes what was taken durable. */
    void commit() {
        synchronized (turn) {
            try {
                writer.setLiveCommitData(mark.entries().entrySet());
                writer.commit();
                uncommitted = 0;
                committed = mark;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As {@link #commit()}, unless nothing happened since the last one. */
    void commitIfChanged() {
        if (mark.cursor() != committed.cursor()) {
            commit();
        }
    }

    /** Replaces everything; searches see the old state until all is there. If it fails, the old state stays. */
    void rebuild(long cursor, long generation, Consumer<Consumer<SearchDocument>> all) {
        synchronized (turn) {
            try {
                writer.deleteAll();
                all.accept(document -> write(new SearchChange.Put(document)));
                mark = new Mark(cursor, generation, Fields.ANALYSIS);
                commit();
                searchers.maybeRefreshBlocking();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                rollback();
                throw e;
            }
        }
    }

    <T> T read(Reading<T> reading) {
        try {
            SearcherManager present = searchers;
            IndexSearcher searcher = present.acquire();
            try {
                return reading.with(searcher);
            } finally {
                present.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        synchronized (turn) {
            try {
                if (writer.isOpen()) {
                    commit();
                }
                searchers.close();
                writer.close();
                directory.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(SearchChange change) {
        try {
            switch (change) {
                case SearchChange.Put put -> {
                    SearchDocument document = put.document();
                    writer.updateDocument(Fields.key(document.kind(), document.id()), fields.document(document));
                }
                case SearchChange.Remove remove -> writer.deleteDocuments(Fields.key(remove.kind(), remove.id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rollback() {
        try {
            SearcherManager old = searchers;
            writer.rollback();
            writer = writer(directory);
            mark = markOf(writer);
            committed = mark;
            searchers = new SearcherManager(writer, true, true, null);
            old.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        TieredMergePolicy merging = new TieredMergePolicy().setSegmentsPerTier(SEGMENTS);
        return new IndexWriter(
                directory, new IndexWriterConfig().setCommitOnClose(false).setMergePolicy(merging));
    }

    private static Mark markOf(IndexWriter writer) {
        Map<String, String> entries = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(e -> entries.put(e.getKey(), e.getValue()));
        }
        return Mark.of(entries);
    }
}
