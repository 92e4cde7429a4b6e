package cn.gov.jiyuan.platform.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordTypeTest {
    @Test
    void a_descriptor_cannot_smuggle_sql() {
        assertThatThrownBy(() -> RecordType.of("desk.matter", "办件")
                        .columns(Column.text("name", "名称").from("name; DROP TABLE desk.matter"))
                        .build())
                .hasMessageContaining("desk.matter")
                .hasMessageContaining("not a column name");
    }

    @Test
    void a_column_cannot_take_the_name_of_a_parameter() {
        assertThatThrownBy(() -> RecordType.of("desk.matter", "办件")
                        .label("q")
                        .columns(Column.text("q", "问"))
                        .build())
                .hasMessageContaining("reserved");
    }

    @Test
    void an_encrypted_column_cannot_be_searched_in_part() {
        assertThatThrownBy(() -> RecordType.of("desk.matter", "办件")
                        .label("phone")
                        .columns(Column.personal("phone", "电话", Mask.PHONE).filtered(Filter.CONTAINS))
                        .build())
                .hasMessageContaining("can only be filtered by");
    }

    @Test
    void masks_hide_what_they_should() {
        assertThat(Mask.NAME.of("张伟")).isEqualTo("张*");
        assertThat(Mask.NAME.of("𠮷田明")).isEqualTo("𠮷**");
        assertThat(Mask.ID_NUMBER.of("419001199003070015")).isEqualTo("4****************5");
        assertThat(Mask.PHONE.of("13800001234")).isEqualTo("138****1234");
        assertThat(Mask.PHONE.of("6633888")).isEqualTo("*****88");
        assertThat(Mask.ADDRESS.of("济源市沁园街道汤帝路 12 号")).isEqualTo("济源市沁园街道****");
        assertThat(Mask.ADDRESS.of("汤帝路 12 号")).isEqualTo("****");
        assertThat(Mask.ACCOUNT.of("123")).isEqualTo("***");
        assertThat(Mask.ALL.of("x")).isEqualTo("****");
    }
}
