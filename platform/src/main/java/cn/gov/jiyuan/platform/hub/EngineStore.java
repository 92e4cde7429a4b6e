package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands the files of snapshots and their keys to the engines of pipelines. */
@Component
final class EngineStore implements Engines {
    private final HubStore store;
    private final DataFolder folder;
    private final DataKeys keys;
    private final HubSettings settings;

    EngineStore(HubStore store, DataFolder folder, PersonalCipher cipher, HubSettings settings) {
        this.store = store;
        this.folder = folder;
        this.keys = new DataKeys(cipher, store);
        this.settings = settings;
    }

    @Override
    public Path workplace(String pipeline) {
        return folder.root().resolve("work").resolve(pipeline);
    }

    @Override
    public String engine() {
        return settings.engine();
    }

    @Override
    public int memory() {
        return (int) settings.memory().toMegabytes();
    }

    @Override
    public void show(Connection engine, String view, Snapshot snapshot) {
        List<Part> parts = store.parts(snapshot.dataset(), snapshot.number());
        Dataset dataset =
                store.find(snapshot.dataset()).orElseThrow(() -> new Fault(HubError.UNKNOWN, snapshot.dataset()));
        parts.stream().map(Part::batch).distinct().forEach(batch -> teach(engine, batch));
        run(engine, "create or replace view " + SqlText.name(view) + " as " + SnapshotSql.of(dataset, parts, folder));
    }

    private void teach(Connection engine, UUID batch) {
        run(engine, "pragma add_parquet_key('" + SqlText.keyOf(batch.toString()) + "', '" + keys.open(batch) + "')");
    }

    private static void run(Connection engine, String sql) {
        try (Statement statement = engine.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw Fault.caused(e, HubError.STORAGE, String.valueOf(e.getMessage()));
        }
    }
}
