package cn.gov.jiyuan.platform.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordQueryTest {
    private static RecordQuery parse(String name, String... values) {
        return RecordQuery.parse(Desk.MATTER, Map.of(name, List.of(values)));
    }

    @Test
    void a_filter_reads_as_a_sentence() {
        RecordQuery query = RecordQuery.parse(
                Desk.MATTER,
                new java.util.TreeMap<>(Map.of(
                        "state", List.of("accepted"),
                        "opened", List.of("2024-01-01..2024-12-31"),
                        "fee", List.of("10.."),
                        "q", List.of("食品"))));
        assertThat(FilterSentence.of(query))
                .isEqualTo("收费金额不少于 10，受理时间在 2024 年 1 月 1 日至 2024 年 12 月 31 日，状态为 受理，含“食品”");
        assertThat(FilterSentence.of(RecordQuery.all(Desk.MATTER))).isEqualTo("全部");
        assertThat(FilterSentence.of(parse("decided", "is:empty"))).isEqualTo("没有办结时间");
    }

    @Test
    void a_sentence_does_not_repeat_an_identity_number() {
        assertThat(FilterSentence.of(parse("idNumber", "419001199003070015"))).isEqualTo("证件号码为 4****************5");
    }

    @Test
    void ticked_boxes_and_in_mean_the_same() {
        assertThat(parse("state", "accepted", "decided").conditions())
                .isEqualTo(parse("state", "in:accepted,decided").conditions());
        assertThat(FilterSentence.of(parse("state", "in:accepted,decided"))).isEqualTo("状态为 受理 或 办结");
    }

    @Test
    void empty_boxes_of_a_form_filter_nothing() {
        assertThat(parse("state", "").conditions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"state=in:accepted,decided", "opened=2024-01-01..", "number=prefix:JY%25", "decided=is:present"})
    void a_link_says_the_same_again(String link) {
        String[] parts = link.split("=", 2);
        RecordQuery query =
                parse(parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        assertThat(query.link(Desk.MATTER)).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red, records.unknown-column",
        "state, lost, records.value",
        "state, accepted..decided, records.value",
        "opened, yesterday, records.value",
        "opened, 2024-02-30, records.value",
        "opened, 2024-12-31..2024-01-01, records.value",
        "opened, .., records.value",
        "fee, 1e999999999.., records.value",
        "fee, ten.., records.value",
        "fee, 10, records.filter",
        "title, prefix:食, records.filter",
        "channel, portal, records.filter",
        "idNumber, prefix:4, records.filter",
        "sort, title, records.sort",
        "sort, opened;DROP TABLE desk.matter, records.sort",
        "sort, --opened, records.sort",
        "columns, 'number,1=1', records.unknown-column",
        "limit, 201, records.limit",
        "limit, -1, records.limit",
        "\"opened\" OR 1=1, 2024-01-01, records.unknown-column"
    })
    void a_wrong_parameter_is_refused_with_its_name(String name, String value, String code) {
        assertThatThrownBy(() -> parse(name, value)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code().code()).isEqualTo(code);
            assertThat(fault.pointer()).isEqualTo("/" + name);
        });
    }
}
