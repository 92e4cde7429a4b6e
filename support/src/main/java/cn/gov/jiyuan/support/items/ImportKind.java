package cn.gov.jiyuan.support.items;

import java.util.List;

/** What a list is imported as (导入内容). */
enum ImportKind {
    CATALOGUE("基本目录", List.of(ImportColumn.BASIC_CODE, ImportColumn.NAME)),
    ITEMS("实施清单", List.of(ImportColumn.NAME)),
    PROVINCE("省系统清单比对", List.of(ImportColumn.CODE, ImportColumn.NAME));

    private final String label;
    private final List<ImportColumn> required;

    ImportKind(String label, List<ImportColumn> required) {
        this.label = label;
        this.required = required;
    }

    String label() {
        return label;
    }

    List<ImportColumn> required() {
        return required;
    }
}
