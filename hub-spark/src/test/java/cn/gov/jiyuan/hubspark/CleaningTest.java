package cn.gov.jiyuan.hubspark;

import static java.util.Objects.requireNonNull;

import cn.gov.jiyuan.platform.hub.pipeline.DuckWorkshop;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of declarations, value by value as DuckDB computes them, over texts such as departments send and worse. */
class CleaningTest {
    private static final List<String> SAMPLES = List.of(
            "",
            " ",
            "　",
            "\u00a0张三\u00a0",
            " 张　三 ",
            "zhang san",
            "straße é ﬁ",
            "2024-02-29",
            "2023-02-29",
            "20240229",
            "0000-01-01",
            "2024-1-2",
            "2024/01/02",
            "2024-01-02x",
            "9999-12-31",
            "  infinity",
            "     epoch",
            "2024-01-02 03:04",
            "2024-01-02T03:04:05.5",
            "2024-01-02 24:00:00",
            "2024-01-02 03:04:05+08",
            "2024-01-02 3:04:05",
            "+86-13800000000",
            "+86138-0000-0000",
            "13800000000",
            "00001.38e10",
            "138_0000_000",
            "410881001002",
            "41088100100x",
            "419001199001011234",
            "-1234567890123456X",
            "11010519491231002X",
            "11010519491231002x",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "0x1F",
            "1e400",
            "1e-400",
            "0e99");
    private static final String ALPHABET = "0123456789012345678901234567890123456789-/. :_+eEX一　 \t\u00a0";

    private final SoftAssertions found = new SoftAssertions();

    @TempDir
    Path folder;

    @Test
    void java_and_duckdb_read_every_text_alike() throws SQLException {
        List<String> texts = new ArrayList<>(SAMPLES);
        Random random = new Random(29);
        for (int i = 0; i < 40_000; i++) {
            texts.add(random(random, 1 + random.nextInt(20)));
        }
        for (int i = 0; i < 20_000; i++) {
            texts.add(spoilt(random, SAMPLES.get(7 + random.nextInt(SAMPLES.size() - 7))));
        }
        try (DuckWorkshop duck = DuckWorkshop.open(folder.resolve("duck"), 500, false)) {
            duck.run("准备", "create table texts (n bigint, t varchar)");
            try (DuckDBAppender rows = ((DuckDBConnection) duck.connection()).createAppender("main", "texts")) {
                for (int i = 0; i < texts.size(); i++) {
                    rows.beginRow();
                    rows.append((long) i);
                    rows.append(texts.get(i));
                    rows.endRow();
                }
            }
            compare(duck, texts, "clean_text(t)", Cleaning::text);
            compare(duck, texts, "clean_code(t)", Cleaning::code);
            compare(duck, texts, "cast(clean_date(t) as varchar)", text -> shown(Cleaning.date(text)));
            compare(duck, texts, "epoch_us(clean_moment(t))", text -> micros(Cleaning.moment(text)));
            compare(duck, texts, "whole(t)", Cleaning::whole);
            compare(duck, texts, "clean_mobile(t)", Cleaning::mobile);
            compare(duck, texts, "clean_area(t)", Cleaning::area);
            compare(duck, texts, "citizen_key(t)", Cleaning::citizenKey);
            compare(
                    duck,
                    texts,
                    "citizen_number(citizen_key(t))",
                    text -> Cleaning.citizenNumber(Cleaning.citizenKey(text)));
            compare(duck, texts, "day_number(clean_date(t))", text -> Cleaning.dayNumber(Cleaning.date(text)));
            compare(duck, texts, "valid_uscc(t)", Cleaning::uscc);
            compare(duck, texts, "text_matches(t, '[一-龥·]{2,20}')", text -> Functions.matches(text, "[一-龥·]{2,20}"));
            found.assertAll();
        }
    }

    private void compare(
            DuckWorkshop duck, List<String> texts, String function, Function<String, @Nullable Object> java) {
        List<String> differing = new ArrayList<>();
        for (Map<String, @Nullable Object> row :
                duck.rows("函数", "select n, " + function + " as v from texts order by n")) {
            String text = texts.get(((Number) requireNonNull(row.get("n"))).intValue());
            Object theirs = java.apply(text);
            if (!String.valueOf(row.get("v"))
                    .equals(String.valueOf(theirs instanceof Integer one ? (long) one : theirs))) {
                differing.add("“" + text + "” " + row.get("v") + " / " + theirs);
            }
        }
        found.assertThat(differing.stream().limit(30)).as(function).isEmpty();
    }

    private static @Nullable String shown(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable Long micros(@Nullable LocalDateTime moment) {
        return moment == null ? null : (Long) ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), moment);
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String spoilt(Random random, String sample) {
        StringBuilder text = new StringBuilder(sample);
        for (int i = random.nextInt(3); i >= 0; i--) {
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.insert(at, other);
                default -> text.append(other);
            }
        }
        return text.toString();
    }
}
