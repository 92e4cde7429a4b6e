package cn.gov.jiyuan.platform.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.OrganisationCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declared pipeline against the same rules written plainly in Java, thing by thing and field by field. */
class PipelineTest {
    private static final List<String> ORIGINS = List.of("a", "b", "c");
    private static final LocalDate NOW = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    /** One source row as it is made, before it is written. */
    private record Row(
            int origin, long record, @Nullable CitizenId id, String name, String town, String note, LocalDateTime at) {}

    private static Pipeline pipeline() {
        return new Pipeline(
                "test",
                "试验",
                new Pipeline.Target("test.golden", "试验", "data"),
                List.of(
                        field("name", Survivorship.priority("b", "a"), true, "name"),
                        field("town", Survivorship.vote(), true),
                        field("note", Survivorship.mostRecent(), false)),
                List.of(new Pipeline.Derived(DataColumn.of("id_no", "证号", DataType.TEXT), "citizen_number(key)")),
                List.of(
                        new Check("name", "姓名不是汉字", "name is null or not text_matches(name, '[一-龥]{2,4}')"),
                        new Check("id", "没有证号", "id_no is null")),
                ORIGINS.stream()
                        .map(code -> new Origin(
                                code,
                                code,
                                "whole(rec)",
                                "clean_moment(upd)",
                                Map.of(
                                        "id_no", "clean_code(id)",
                                        "name", "clean_text(name)",
                                        "town", "clean_text(town)",
                                        "note", "clean_text(note)")))
                        .toList(),
                "citizen_key(id_no)",
                DataType.INTEGER,
                new Linkage(
                        List.of(List.of("name", "town")),
                        List.of(
                                Linkage.Comparison.of("name", 0.95, 0.0001),
                                Linkage.Comparison.of("note", 0.9, 0.0001)),
                        0.9,
                        2),
                4);
    }

    private static Field field(String name, Survivorship survivorship, boolean compared, String... spoiledBy) {
        return new Field(DataColumn.of(name, name, DataType.TEXT), survivorship, compared, Set.of(spoiledBy));
    }

    @Test
    void everyGoldenRecordIsWhatThePlainRulesSay() throws IOException {
        List<Row> rows = rows(4_000);
        try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), 500, true)) {
            Run run = new Run(pipeline(), workshop, new Silent());
            Outcome outcome = run.run(written(rows), NOW.toEpochDay() * 1440);

            Map<Long, Map<String, Object>> golden = new TreeMap<>();
            workshop.rows("读取", "select * from " + run.golden())
                    .forEach(row -> golden.put(((Number) Objects.requireNonNull(row.get("key"))).longValue(), row));
            Map<Long, List<Row>> things = new TreeMap<>();
            rows.stream()
                    .filter(row -> row.id() != null)
                    .forEach(
                            row -> things.computeIfAbsent(key(Objects.requireNonNull(row.id())), k -> new ArrayList<>())
                                    .add(row));
            assertThat(golden.keySet()).containsExactlyElementsOf(things.keySet());
            things.forEach((key, members) -> compare(golden.get(key), members));
            assertThat(outcome.rows()).isEqualTo(rows.size());
            assertThat(outcome.things()).isEqualTo(things.size());
            long badNames = rows.stream().filter(row -> !good(row.name())).count();
            assertThat(outcome.origins().stream()
                            .mapToLong(one -> one.failed().getOrDefault("name", 0L))
                            .sum())
                    .isEqualTo(badNames);
        }
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    private static void compare(Map<String, Object> golden, List<Row> members) {
        String what = members.toString();
        Row name = best(members, row -> good(row.name()) ? row.name() : null, row -> switch (row.origin()) {
            case 1 -> 2;
            case 0 -> 1;
            default -> 0;
        });
        assertThat(golden.get("name")).as(what).isEqualTo(name == null ? null : name.name());
        Map<String, Integer> votes = new HashMap<>();
        members.stream().filter(row -> !row.town().isEmpty()).forEach(row -> votes.merge(row.town(), 1, Integer::sum));
        Row town = best(
                members, row -> row.town().isEmpty() ? null : row.town(), row -> votes.getOrDefault(row.town(), 0));
        assertThat(golden.get("town")).as(what).isEqualTo(town == null ? null : town.town());
        Row note = best(members, row -> row.note().isEmpty() ? null : row.note(), row -> 0);
        assertThat(golden.get("note")).as(what).isEqualTo(note == null ? null : note.note());
        long provenance = 0;
        List<@Nullable Row> from = new ArrayList<>();
        from.add(name);
        from.add(town);
        from.add(note);
        for (int i = 0; i < 3; i++) {
            Row source = from.get(i);
            provenance += (source == null ? 0L : source.origin() + 1L) << (4 * i);
        }
        assertThat(golden.get("provenance")).as(what).isEqualTo(provenance);
        long names = members.stream()
                .map(Row::name)
                .filter(PipelineTest::good)
                .distinct()
                .count();
        assertThat(golden.get("conflicts")).as(what).isEqualTo((names > 1 ? 1L : 0) + (votes.size() > 1 ? 2L : 0));
        assertThat(golden.get("records")).isEqualTo((long) members.size());
        assertThat(golden.get("id_no"))
                .isEqualTo(Objects.requireNonNull(members.getFirst().id()).value());
    }

    private interface Value {
        @Nullable
        String of(Row row);
    }

    private interface Rank {
        int of(Row row);
    }

    private static @Nullable Row best(List<Row> members, Value value, Rank rank) {
        Row best = null;
        for (Row row : members) {
            if (value.of(row) != null && (best == null || later(row, best, rank))) {
                best = row;
            }
        }
        return best;
    }

    private static boolean later(Row one, Row other, Rank rank) {
        int order = Integer.compare(rank.of(one), rank.of(other));
        if (order == 0) {
            order = time(one).compareTo(time(other));
        }
        return order == 0 ? one.record() > other.record() : order > 0;
    }

    /** What claims to be newer than now has no time. */
    private static LocalDateTime time(Row row) {
        return row.at().isAfter(NOW.atStartOfDay()) ? LocalDateTime.of(1970, 1, 1, 0, 0) : row.at();
    }

    private static boolean good(String name) {
        return name.matches("[一-龥]{2,4}");
    }

    private static long key(CitizenId id) {
        return Long.parseLong(id.value().substring(0, 17));
    }

    private static List<Row> rows(int count) {
        SplittableRandom random = new SplittableRandom(13);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int person = random.nextInt(count / 3);
            CitizenId id = CitizenId.of("419001", LocalDate.of(1950, 1, 1).plusDays(person * 13L), person % 900 + 1);
            rows.add(new Row(
                    random.nextInt(3),
                    i + 1,
                    id,
                    List.of("张三", "李四", "王小五", "X", "").get(random.nextInt(5)),
                    List.of("坡头镇", "梨林镇", "").get(random.nextInt(3)),
                    random.nextInt(4) == 0 ? "" : "记" + random.nextInt(50),
                    LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(random.nextInt(4_000_000))));
        }
        return rows;
    }

    private Map<String, String> written(List<Row> rows) throws IOException {
        Map<String, String> relations = new HashMap<>();
        for (int origin = 0; origin < 3; origin++) {
            StringBuilder csv = new StringBuilder("rec,id,name,town,note,upd\n");
            for (Row row : rows) {
                if (row.origin() == origin) {
                    CitizenId id = row.id();
                    csv.append(String.join(
                                    ",",
                                    String.valueOf(row.record()),
                                    id == null ? "" : " " + id.value().replace('X', 'x'),
                                    row.name(),
                                    row.town(),
                                    row.note(),
                                    row.at().toString().replace('T', ' ')))
                            .append('\n');
                }
            }
            Path file = folder.resolve(ORIGINS.get(origin) + ".csv");
            Files.writeString(file, csv);
            relations.put(ORIGINS.get(origin), DuckWorkshop.csv(file));
        }
        return relations;
    }

    @Test
    void aRowWithoutNumberFindsItsThingOnlyWhereOneStandsOut() throws IOException {
        CitizenId known = CitizenId.of("419001", LocalDate.of(1960, 1, 1), 1);
        CitizenId twin = CitizenId.of("419001", LocalDate.of(1961, 1, 1), 3);
        CitizenId double_ = CitizenId.of("419001", LocalDate.of(1962, 1, 1), 5);
        LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 0);
        List<Row> rows = List.of(
                new Row(0, 1, known, "赵一", "坡头镇", "甲", at),
                new Row(0, 2, twin, "钱二", "坡头镇", "乙", at),
                new Row(0, 3, double_, "钱二", "坡头镇", "乙", at),
                new Row(1, 4, null, "赵一", "坡头镇", "甲", at),
                new Row(1, 5, null, "钱二", "坡头镇", "乙", at),
                new Row(2, 6, null, "孙三", "", "丙", at));
        try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), 500, false)) {
            Run run = new Run(pipeline(), workshop, new Silent());
            Outcome outcome = run.run(written(rows), NOW.toEpochDay() * 1440);
            assertThat(outcome.linked()).isEqualTo(1);
            assertThat(outcome.alone()).isEqualTo(2);
            assertThat(outcome.things()).isEqualTo(5);
            run.tellMembers();
            assertThat(workshop.rows(
                            "读取",
                            "select record, via from " + workshop.read(List.of(Run.MEMBERS)) + " order by record"))
                    .extracting(row -> row.get("via"))
                    .containsExactly(0L, 0L, 0L, 1L, 2L, 2L);
            assertThat(workshop.rows("读取", "select records from " + run.golden() + " where key = " + key(known))
                            .getFirst()
                            .get("records"))
                    .isEqualTo(2L);
        }
    }

    /** One origin sends a record twice with the same number and time: nothing but the values tells which one stands. */
    @Test
    void ofARecordSentTwiceTheGreaterValueStandsWhateverComesFirst() throws IOException {
        CitizenId id = CitizenId.of("419001", LocalDate.of(1960, 1, 1), 1);
        LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 0);
        List<Row> rows = new ArrayList<>(List.of(
                new Row(0, 1, id, "赵一", "坡头镇", "甲", at),
                new Row(0, 1, id, "钱二", "梨林镇", "丙", at),
                new Row(0, 1, id, "孙三", "克井镇", "乙", at)));
        for (int turn = 0; turn < 3; turn++) {
            try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), 500, false)) {
                Run run = new Run(pipeline(), workshop, new Silent());
                run.run(written(rows), NOW.toEpochDay() * 1440);
                assertThat(workshop.rows("读取", "select name, town, note from " + run.golden()))
                        .containsExactly(Map.of("name", "钱二", "town", "梨林镇", "note", "甲"));
            }
            Collections.rotate(rows, 1);
        }
    }

    @Test
    void aKeyOfTextIsLookedForAsOneOfNumbersIs() throws IOException {
        Pipeline numbers = pipeline();
        Pipeline texts = new Pipeline(
                "texts",
                numbers.title(),
                numbers.target(),
                numbers.fields(),
                List.of(),
                numbers.checks(),
                numbers.origins(),
                "cast(citizen_key(id_no) as varchar)",
                DataType.TEXT,
                numbers.linkage(),
                numbers.buckets());
        CitizenId known = CitizenId.of("419001", LocalDate.of(1960, 1, 1), 1);
        LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 0);
        List<Row> rows = List.of(
                new Row(0, 1, known, "赵一", "坡头镇", "甲", at),
                new Row(1, 4, null, "赵一", "坡头镇", "甲", at),
                new Row(2, 6, null, "孙三", "", "丙", at));
        try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), 500, false)) {
            Outcome outcome = new Run(texts, workshop, new Silent()).run(written(rows), NOW.toEpochDay() * 1440);
            assertThat(outcome.linked()).isEqualTo(1);
            assertThat(outcome.alone()).isEqualTo(1);
            assertThat(outcome.things()).isEqualTo(2);
        }
    }

    @Test
    void whatAKilledRunLeftIsClearedAway() throws IOException {
        Path left = Files.createDirectories(folder.resolve("shop/rows/bucket=1"));
        Files.writeString(left.resolve("dead.parquet"), "torn");
        List<Row> rows = rows(30);
        try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), 500, true)) {
            assertThat(left).doesNotExist();
            assertThat(new Run(pipeline(), workshop, new Silent())
                            .run(written(rows), NOW.toEpochDay() * 1440)
                            .rows())
                    .isEqualTo(30);
        }
    }

    @Test
    void aFailedStepNamesItself() throws IOException {
        try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), 500, true)) {
            Map<String, String> relations = written(List.of());
            relations.put("b", "read_csv('" + folder.resolve("missing.csv") + "')");
            assertThatThrownBy(() -> new Run(pipeline(), workshop, new Silent()).run(relations, 1))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(PipelineError.STEP_FAILED));
        }
    }

    @Test
    void aDeclarationThatNamesWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Pipeline(
                        "test",
                        "试验",
                        new Pipeline.Target("test.golden", "试验", "data"),
                        List.of(field("name", Survivorship.priority("nobody"), false)),
                        List.of(),
                        List.of(),
                        List.of(new Origin("a", "a", "rec", "upd", Map.of("name", "name"))),
                        "name",
                        DataType.TEXT,
                        null,
                        1))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(PipelineError.BAD_DECLARATION));
    }

    @Test
    void checkDigitsAreThoseOfTheStandards() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            CitizenId id = CitizenId.of(
                    "410881", LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000)), random.nextInt(1, 999));
            assertThat((char) CheckDigits.citizen(key(id))).isEqualTo(id.value().charAt(17));
        }
        for (int i = 0; i < 500; i++) {
            String code = Uscc.of("91", "419001", OrganisationCode.of("MA9%05d".formatted(i)))
                    .value();
            assertThat(CheckDigits.uscc(code)).isTrue();
            char wrong = code.charAt(17) == '0' ? '1' : '0';
            assertThat(CheckDigits.uscc(code.substring(0, 17) + wrong)).isFalse();
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
