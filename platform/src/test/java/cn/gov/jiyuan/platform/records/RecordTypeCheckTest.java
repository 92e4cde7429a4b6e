package cn.gov.jiyuan.platform.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordTypeCheckTest {
    private static final Desk DESK = new Desk(0);
    private final RecordTypeCheck check = new RecordTypeCheck(DESK.database.dataSource());

    @Test
    void a_descriptor_that_fits_its_table_passes() {
        assertThat(check.problems(Desk.MATTER)).isEmpty();
        assertThat(check.problems(Desk.UNIT)).isEmpty();
    }

    @Test
    void an_unknown_column_a_wrong_kind_and_a_missing_index_are_named() {
        RecordType wrong = RecordType.of("desk.wrong", "错")
                .source("desk.matter")
                .label("title")
                .columns(
                        Column.text("title", "事项名称").sorted(),
                        Column.date("opened", "受理日").from("opened_at"),
                        Column.text("colour", "颜色"),
                        Column.text("note", "备注").filtered(Filter.CONTAINS))
                .scope("dept_id", "", "")
                .build();
        assertThatThrownBy(() -> check.demandFit(wrong))
                .hasMessageContaining("desk.wrong")
                .hasMessageContaining("column colour: desk.matter has no column colour")
                .hasMessageContaining("column opened is no Date but timestamp with time zone")
                .hasMessageContaining("column title is sorted or filtered without an index on title")
                .hasMessageContaining("column note is searched without a GIN index on records.grams(note)")
                .hasMessageContaining("desk.matter has no column dept_id");
    }

    @Test
    void a_source_that_does_not_exist_is_named() {
        RecordType ghost = RecordType.of("desk.ghost", "无")
                .columns(Column.text("name", "名称"))
                .build();
        assertThatThrownBy(() -> check.problems(ghost)).hasMessageContaining("desk.ghost");
    }
}
