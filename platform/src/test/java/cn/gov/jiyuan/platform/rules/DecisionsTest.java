package cn.gov.jiyuan.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.dmn.engine.DmnEngine;

/** Decision tables decide, explain themselves, and can run nothing but FEEL. */
class DecisionsTest {
    private static final DmnEngine ENGINE = DmnDecisions.engine();
    private static final DecisionReader READER = new DecisionReader(ENGINE);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Decisions decisions = new DmnDecisions(ENGINE, DecisionFiles.read(READER), Duration.ofSeconds(20));

    @Test
    void theRowThatFiredIsNamedWithItsNote() {
        Decisions.Outcome outcome = decisions.evaluate("sample.fee", DAY, Map.of("subject", "个人", "area", 50));
        assertThat(outcome.single("grade")).isEqualTo("免费");
        assertThat(outcome.fired()).containsExactly(new Decisions.Fired(1, "个人一律免费"));
        assertThat(outcome.version()).isEqualTo(LocalDate.of(2024, 1, 1));
    }

    @Test
    void aCombinationThatNoRowMeetsIsGivenAsCounterExample() {
        TableCheck check = decisions.check("sample.fee", DAY);
        assertThat(check.isSound()).isFalse();
        assertThat(check.conflicting()).isEmpty();
        assertThat(check.uncovered())
                .extracting(TableCheck.Example::inputs)
                .containsExactly(Map.of("subject", "企业", "area", "1001"));
    }

    @Test
    void twoRowsForOneCombinationAreAConflictOfAUniqueTable() throws IOException {
        TableCheck check = checked(sample().replace("&lt; 200", "&lt;= 200").replace("..1000]", "..9999999]"));
        assertThat(check.conflicting())
                .containsExactly(new TableCheck.Example(Map.of("subject", "企业", "area", "200"), List.of(2, 3)));
    }

    @Test
    void aTableWithoutHolesIsSound() throws IOException {
        assertThat(checked(sample().replace("[200..1000]", "&gt;= 200")).isSound())
                .isTrue();
    }

    @Test
    void noVersionHoldsBeforeTheFirst() {
        assertThatThrownBy(() -> decisions.evaluate("sample.fee", LocalDate.of(2023, 12, 31), Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("rules.decision-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<inputEntry id=\"c22\">|<inputEntry id=\"c22\" expressionLanguage=\"javascript\">|javascript",
                "<text>\"二档\"</text>|<text>function(x) external { java: { class: \"java.lang.Math\" } }</text>|第 3 行第 3 列",
                "<text>\"二档\"</text>|<text>for i in 1..999999999 return i</text>|循环",
                "&lt; 200|&lt; &lt; 200|第 2 行第 2 列"
            })
    void whatCouldRunCodeOrForeverOrIsNotFeelIsRefusedByPlace(String part, String other, String told)
            throws IOException {
        assertThatThrownBy(() -> checked(sample().replace(part, other)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(told);
    }

    private static TableCheck checked(String dmn) {
        DecisionTable table = READER.read(
                "sample", "fee.2024-01-01.dmn", new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
        return TableChecker.check(table.conditions());
    }

    private static String sample() throws IOException {
        try (InputStream in = DecisionsTest.class.getResourceAsStream("/decisions/sample/fee.2024-01-01.dmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
