package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.sheets.SheetColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Columns that an import understands, by the headings under which lists of items are handed around. */
enum ImportColumn {
    CODE("实施编码", "事项编码", "实施清单编码", "task_code"),
    BASIC_CODE("基本编码", "目录编码", "catalog_code", "catalogue_code"),
    NAME("事项名称", "名称", "task_name", "name"),
    TYPE("事项类型", "类型", "task_type"),
    UNIT("实施主体", "实施机构", "部门", "dept_name", "department"),
    KIND("办件类型", "project_type"),
    LEGAL("法定时限", "法定办结时限", "anticipate_day"),
    PROMISE("承诺时限", "承诺办结时限", "promise_day"),
    VISITS("到现场次数", "跑动次数", "limit_scene_num"),
    ONLINE("网上可办", "是否网办", "is_online"),
    CONDITIONS("受理条件", "accept_condition"),
    SERVICE_OBJECTS("服务对象", "server_type"),
    RESULT("办理结果", "结果名称", "result_name"),
    ORIGIN("来源", "目录来源"),
    CANCELLED_ON("取消日期", "plan_cancel_date");

    private final List<String> headings;

    ImportColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** All of them as an import understands them, of which some must be there. */
    static List<SheetColumn> columns(Set<ImportColumn> required) {
        return Arrays.stream(values())
                .map(column -> new SheetColumn(column.name(), required.contains(column), column.headings))
                .toList();
    }
}
