package cn.gov.jiyuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.ObjectMapper;

/** Holds the plan's list of systems, the modules and docs/systems.md together. */
class SystemsPageTest {
    private static final Path PAGE = House.file("docs/systems.md");
    private static final String HEAD = """
            # 系统与模块对照表

            本表由测试生成，请勿手工修改。系统清单来自 `docs/systems.csv`（规划的 %d 个系统），其余各列取自代码。
            内容与代码不符时测试不通过；重新生成：`mvn -pl arch-rules -am test -Dtest=SystemsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dsystems.write=true`。

            已有模块 %d 个，未建 %d 个。“已有模块”只说明代码中有这个模块，不说明规划要求已全部实现；进展见更新记录（CHANGELOG）。

            | 编号 | 标识 | 系统 | 章 | 规划章节 | 模块 | 对外接口 | 权限数 |
            |---|---|---|---|---|---|---|---|
            """;

    private final List<Planned> plan = Planned.all();
    private final Map<String, ApplicationModule> modules = chapterModules();

    @Test
    void the_page_of_systems_tells_what_the_code_holds() throws IOException {
        if (Boolean.getBoolean("systems.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/systems.md; write it anew with -Dsystems.write=true")
                .isEqualTo(page());
    }

    @Test
    void every_module_of_a_chapter_is_a_system_of_the_plan_in_its_chapter() {
        for (Map.Entry<String, ApplicationModule> module : modules.entrySet()) {
            Optional<Planned> planned = plan.stream()
                    .filter(system -> system.id().equals(module.getKey()))
                    .findFirst();
            assertThat(planned).as("%s in docs/systems.csv", module.getKey()).isPresent();
            assertThat(module.getValue().getBasePackage().getName())
                    .as("one id everywhere: the package of %s", module.getKey())
                    .isEqualTo(House.BASE + "." + planned.get().chapter() + "." + module.getKey());
            assertThat(module.getValue().getDisplayName())
                    .as("the plan's name of %s", module.getKey())
                    .isEqualTo(planned.get().name());
        }
    }

    @Test
    void every_contract_belongs_to_a_system_of_the_plan() {
        Set<String> ids = plan.stream().map(Planned::id).collect(Collectors.toCollection(HashSet::new));
        assertThat(ids).containsAll(contracts());
    }

    @Test
    void the_schema_of_a_system_has_its_name() {
        Set<String> known = new TreeSet<>(modules.keySet());
        ApplicationModules.of(House.BASE).stream()
                .map(module -> module.getIdentifier().toString())
                .forEach(known::add);
        assertThat(known)
                .as("one id everywhere: every schema is named by its module")
                .containsAll(House.schemas());
    }

    @Test
    void what_is_named_by_a_system_lies_in_its_chapter() {
        List<String> astray = plan.stream()
                .flatMap(system -> Stream.of(".json", ".properties", ".sql")
                        .flatMap(ending -> House.sources(ending).stream())
                        .map(House.Source::path)
                        .filter(path -> path.matches(".*/src/main/resources/(rules|access|messages)/" + system.id()
                                        + "\\.(json|properties)")
                                || path.contains("/src/main/resources/db/migration/" + system.id() + "/"))
                        .filter(path -> !path.contains(system.chapter() + "/src/main/")))
                .toList();
        assertThat(astray)
                .as("whoever knows the id of a system knows where its rules, permissions, texts and tables are")
                .isEmpty();
    }

    private String page() {
        List<String> rows = new ArrayList<>();
        Set<String> contracts = contracts();
        for (Planned system : plan) {
            ApplicationModule module = modules.get(system.id());
            rows.add("| %s | `%s` | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            system.number(),
                            system.id(),
                            system.name(),
                            system.chapter(),
                            system.section(),
                            module == null
                                    ? "未建"
                                    : "`" + module.getBasePackage().getName() + "`",
                            contracts.contains(system.id()) ? "`contracts." + system.id() + "`" : "—",
                            module == null ? "—" : permissions(system.id())));
        }
        return HEAD.formatted(plan.size(), modules.size(), plan.size() - modules.size()) + String.join("\n", rows)
                + "\n";
    }

    private static int permissions(String id) {
        return House.sources(".json").stream()
                .filter(file -> file.path().endsWith("/src/main/resources/access/" + id + ".json"))
                .mapToInt(file -> new ObjectMapper()
                        .readTree(file.text())
                        .path("permissions")
                        .size())
                .sum();
    }

    /** Contracts that offer something: a package with nothing but its description is none. */
    private static Set<String> contracts() {
        return House.sources(".java").stream()
                .filter(file -> file.path().startsWith("contracts/"))
                .filter(file -> !file.name().equals("package-info"))
                .map(House.Source::module)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Modules of the plan's chapters that hold code. */
    private static Map<String, ApplicationModule> chapterModules() {
        Set<String> filled = House.classes().stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .flatMap(type -> House.system(type).stream())
                .collect(Collectors.toSet());
        return ApplicationModules.of(House.BASE).stream()
                .filter(module -> filled.contains(module.getIdentifier().toString()))
                .collect(Collectors.toMap(module -> module.getIdentifier().toString(), module -> module));
    }

    /** A row of docs/systems.csv. */
    private record Planned(String number, String id, String chapter, String name, String section) {
        static List<Planned> all() {
            return House.read(House.file("docs/systems.csv"))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 5))
                    .map(cells -> new Planned(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        }
    }
}
