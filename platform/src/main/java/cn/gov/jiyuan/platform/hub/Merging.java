package cn.gov.jiyuan.platform.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Merges incoming rows by key into the parts that they touch; of several rows with one key the last one counts. */
final class Merging {
    private final Dataset dataset;
    private final DuckStore engine;
    private final HubStore store;
    private final DataFolder folder;
    private final DataKeys keys;
    private final PartWriter writer;

    Merging(Dataset dataset, DuckStore engine, HubStore store, DataFolder folder, DataKeys keys, PartWriter writer) {
        this.dataset = dataset;
        this.engine = engine;
        this.store = store;
        this.folder = folder;
        this.keys = keys;
        this.writer = writer;
    }

    Change change() {
        String columns = SqlText.names(dataset);
        String key = SqlText.names(dataset.key());
        engine.run("create table latest as select * from incoming qualify row_number() over (partition by " + key
                + " order by _n desc) = 1");
        long base = store.current(dataset.name());
        List<Part> touched = touched(base);
        touched.stream().map(Part::batch).distinct().forEach(batch -> keys.teach(engine, batch));
        engine.run("create view existing as " + SnapshotSql.of(dataset, touched, folder));
        long changed = engine.count("select count(*) from (select " + columns
                + " from latest where not coalesce(_gone, false) except select " + columns + " from existing)");
        long removed = engine.count(
                "select count(*) from existing semi join (select * from latest where _gone) using (" + key + ")");
        if (changed == 0 && removed == 0) {
            return new Change(base, List.of(), List.of(), 0, 0);
        }
        List<Part> added = writer.write("select " + columns + " from latest where not coalesce(_gone, false)"
                + " union all by name select " + columns + " from existing anti join latest using (" + key + ")");
        folder.force(added);
        return new Change(base, added, touched, changed, removed);
    }

    private List<Part> touched(long base) {
        List<Part> parts = store.parts(dataset.name(), base);
        if (dataset.buckets() == 1) {
            return parts;
        }
        Set<Integer> buckets = engine.ask("select distinct " + SqlText.bucket(dataset) + " from latest", rows -> {
            Set<Integer> found = new HashSet<>();
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
            return found;
        });
        return parts.stream().filter(part -> buckets.contains(part.bucket())).toList();
    }
}
