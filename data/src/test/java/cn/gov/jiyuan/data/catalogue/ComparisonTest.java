package cn.gov.jiyuan.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final ResourceItem ID = item("id_no", "证件号码", "C");
    private static final ResourceItem DAY = item("reg_date", "登记日期", "D");

    private static ResourceItem item(String name, String title, String type) {
        return new ResourceItem(name, title, type, 18, false, true, null, 1, false);
    }

    private static Dataset dataset(DataColumn... columns) {
        return new Dataset("test.firms", "主体", "market", List.of(columns), List.of(), 1);
    }

    @Test
    void what_agrees_has_no_difference() {
        assertThat(Comparison.of(
                        List.of(ID, DAY),
                        dataset(
                                DataColumn.of("reg_date", "登记日期", DataType.DATE),
                                DataColumn.of("id_no", "证件号码", DataType.TEXT))))
                .isEmpty();
    }

    @Test
    void missing_extra_other_name_and_other_type_are_told_apart() {
        assertThat(Comparison.of(
                        List.of(ID, DAY, item("name", "名称", "C")),
                        dataset(
                                DataColumn.of("reg_date", "登记日期", DataType.TEXT),
                                DataColumn.of("name", "单位名称", DataType.TEXT),
                                DataColumn.of("remark", "备注", DataType.TEXT))))
                .extracting(Difference::text)
                .containsExactly(
                        "缺项：证件号码（id_no）", "类型不同：reg_date，目录为日期型，数据集为文本", "名称不同：name，目录为名称，数据集为单位名称", "多项：备注（remark）");
    }
}
