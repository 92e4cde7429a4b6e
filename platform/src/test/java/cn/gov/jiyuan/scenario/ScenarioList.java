package cn.gov.jiyuan.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbered scenarios and journeys of {@code docs/scenarios.csv}, in its order. */
final class ScenarioList {
    record Entry(String id, String system, String text) {}

    private static final class Loaded {
        static final Map<String, Entry> ENTRIES = load(root().resolve("docs/scenarios.csv"));
    }

    private ScenarioList() {}

    static Map<String, Entry> entries() {
        return Loaded.ENTRIES;
    }

    /** The repository's root, found from the folder of the module upwards. */
    static Path root() {
        Path folder = module();
        while (!Files.exists(folder.resolve("docs/scenarios.csv"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("docs/scenarios.csv not found above " + module());
            }
        }
        return folder;
    }

    /** The folder of the module whose tests run. */
    static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    private static Map<String, Entry> load(Path file) {
        try {
            Map<String, Entry> entries = new LinkedHashMap<>();
            List<List<String>> rows = CsvRows.read(Files.readString(file));
            for (List<String> row : rows.subList(1, rows.size())) {
                entries.put(row.get(0), new Entry(row.get(0), row.get(1), row.get(2)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
