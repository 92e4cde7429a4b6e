package cn.gov.jiyuan.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the tests of one module have proved; written to {@code target/scenarios} when they have all run. */
final class ScenarioLedger implements AutoCloseable {
    static final String FOLDER = "target/scenarios";
    private final Map<String, SortedMap<List<String>, Boolean>> passedByClass = new TreeMap<>();

    synchronized void record(Scenario scenario, Class<?> test, String method, boolean passed) {
        passedByClass
                .computeIfAbsent(test.getName(), name -> new TreeMap<>(ScenarioLedger::compare))
                .merge(List.of(scenario.value(), test.getName(), method, scenario.note()), passed, Boolean::logicalAnd);
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join("\t", one).compareTo(String.join("\t", other));
    }

    @Override
    public void close() throws IOException {
        Path folder = Files.createDirectories(ScenarioList.module().resolve(FOLDER));
        for (Map.Entry<String, SortedMap<List<String>, Boolean>> test : passedByClass.entrySet()) {
            SortedSet<String> lines = new TreeSet<>();
            test.getValue().forEach((cells, passed) -> {
                List<String> line = new java.util.ArrayList<>(cells);
                line.add(passed ? "passed" : "failed");
                lines.add(CsvRows.line(line));
            });
            Files.writeString(folder.resolve(test.getKey() + ".csv"), String.join("", lines));
        }
    }
}
