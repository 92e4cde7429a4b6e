package cn.gov.jiyuan.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Merges what the tests of all modules recorded into {@code docs/scenarios.md}, where the same results give the same bytes,
 * and into the resource from which the page of conformance tells them, with the day and the revision of the run.
 */
public final class ScenarioReport {
    private record Run(String id, String test, String method, String note, boolean passed) {}

    private static final String PACKAGED = "platform/src/main/resources/conformance/scenarios.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, List<Run>> runs = new TreeMap<>();

    /** Writes the report of the full run that just ended and removes the results, so that none outlives its run. */
    public static Path write() throws IOException {
        Path root = ScenarioList.root();
        ScenarioReport report = new ScenarioReport();
        List<Path> results = results(root);
        for (Path file : results) {
            report.read(Files.readString(file));
        }
        Path target = root.resolve("docs/scenarios.md");
        Files.writeString(
                root.resolve(PACKAGED), report.packaged(systems(root), TestedSource.of(root, ended(results))));
        Files.writeString(target, report.text(systems(root)));
        for (Path file : results) {
            Files.delete(file);
        }
        return target;
    }

    private static Instant ended(List<Path> results) throws IOException {
        Instant ended = Instant.EPOCH;
        for (Path file : results) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            ended = written.isAfter(ended) ? written : ended;
        }
        return ended;
    }

    private static List<Path> results(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve(ScenarioLedger.FOLDER))
                    .filter(Files::isDirectory)
                    .flatMap(ScenarioReport::files)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> systems(Path root) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        for (List<String> row : CsvRows.read(Files.readString(root.resolve("docs/systems.csv")))) {
            names.put(row.get(0), row.get(3));
        }
        names.put("E", "跨系统旅程");
        return names;
    }

    void read(String results) {
        for (List<String> row : CsvRows.read(results)) {
            Run run = new Run(
                    row.get(0), row.get(1), row.get(2), row.get(3), row.get(4).equals("passed"));
            runs.computeIfAbsent(run.id(), id -> new ArrayList<>()).add(run);
        }
    }

    String text(Map<String, String> systems) {
        Map<String, ScenarioList.Entry> all = ScenarioList.entries();
        long proved = all.keySet().stream().filter(this::proved).count();
        StringBuilder text = new StringBuilder("# 验收场景\n\n");
        text.append("由全量测试运行自动生成，请勿手工修改。共 ")
                .append(all.size())
                .append(" 个场景，已证明 ")
                .append(proved)
                .append(" 个。“已证明”指有测试经公开的页面或接口走完该场景并通过。\n");
        String system = "";
        for (ScenarioList.Entry entry : all.values()) {
            if (!entry.system().equals(system)) {
                system = entry.system();
                text.append("\n## ")
                        .append(system)
                        .append(' ')
                        .append(systems.getOrDefault(system, ""))
                        .append("\n\n");
                text.append("| 编号 | 场景 | 结果 | 测试 | 说明 |\n|---|---|---|---|---|\n");
            }
            text.append(row(entry));
        }
        return text.toString();
    }

    /** One scenario a line, so that changes between runs can be read. */
    String packaged(Map<String, String> systems, TestedSource source) {
        Map<String, List<ScenarioList.Entry>> bySystem = ScenarioList.entries().values().stream()
                .collect(Collectors.groupingBy(ScenarioList.Entry::system, LinkedHashMap::new, Collectors.toList()));
        String chapters = bySystem.entrySet().stream()
                .map(chapter -> "{\"system\": " + JSON.writeValueAsString(chapter.getKey()) + ", \"name\": "
                        + JSON.writeValueAsString(systems.getOrDefault(chapter.getKey(), "")) + ", \"scenarios\": [\n"
                        + chapter.getValue().stream().map(this::line).collect(Collectors.joining(",\n"))
                        + "\n]}")
                .collect(Collectors.joining(",\n"));
        return "{\"day\": " + JSON.writeValueAsString(source.day()) + ", \"revision\": "
                + JSON.writeValueAsString(source.revision()) + ", \"clean\": " + source.clean() + ", \"chapters\": [\n"
                + chapters + "\n]}\n";
    }

    private String line(ScenarioList.Entry entry) {
        String tests = runs.getOrDefault(entry.id(), List.of()).stream()
                .map(ScenarioReport::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining("、"));
        return "  {\"id\": " + JSON.writeValueAsString(entry.id()) + ", \"text\": "
                + JSON.writeValueAsString(entry.text()) + ", \"proved\": " + proved(entry.id()) + ", \"tests\": "
                + JSON.writeValueAsString(tests) + "}";
    }

    private String row(ScenarioList.Entry entry) {
        List<Run> tests = runs.getOrDefault(entry.id(), List.of());
        return "| " + entry.id() + " | " + cell(entry.text()) + " | " + (proved(entry.id()) ? "已证明" : "未证明") + " | "
                + tests.stream().map(ScenarioReport::name).distinct().sorted().collect(Collectors.joining("<br>"))
                + " | "
                + tests.stream()
                        .map(Run::note)
                        .filter(note -> !note.isBlank())
                        .map(ScenarioReport::cell)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("<br>"))
                + " |\n";
    }

    private boolean proved(String id) {
        List<Run> tests = runs.getOrDefault(id, List.of());
        return !tests.isEmpty() && tests.stream().allMatch(Run::passed);
    }

    private static String name(Run run) {
        return run.test().substring(run.test().lastIndexOf('.') + 1) + "." + run.method();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
