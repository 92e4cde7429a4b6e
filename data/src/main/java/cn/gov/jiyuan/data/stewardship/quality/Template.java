package cn.gov.jiyuan.data.stewardship.quality;

/** The rules that are written in a form (规则模板), with the dimension in which each is usually counted. */
enum Template {
    NOT_NULL("非空", Dimension.COMPLETENESS),
    UNIQUE("唯一", Dimension.ACCURACY),
    DUPLICATE("疑似重复（归一后相同）", Dimension.ACCURACY),
    LENGTH("长度", Dimension.CONFORMITY),
    PATTERN("格式（正则表达式）", Dimension.CONFORMITY),
    CODE_TABLE("值域（代码表）", Dimension.CONFORMITY),
    CITIZEN_ID("公民身份号码校验位", Dimension.ACCURACY),
    USCC("统一社会信用代码校验位", Dimension.ACCURACY),
    REFERENCE("跨表引用", Dimension.CONSISTENCY),
    LOGIC("跨字段逻辑", Dimension.CONSISTENCY),
    TIMELINESS("按更新周期更新", Dimension.TIMELINESS),
    FLUCTUATION("批量波动", Dimension.CONSISTENCY),
    ACCESSIBLE("已挂接目录、可以访问", Dimension.ACCESSIBILITY),
    SQL("查询语句（返回不合格的行）", Dimension.ACCURACY);

    private final String label;
    private final Dimension dimension;

    Template(String label, Dimension dimension) {
        this.label = label;
        this.dimension = dimension;
    }

    String label() {
        return label;
    }

    Dimension dimension() {
        return dimension;
    }

    /** Judged by the rows; the others by how and when batches come. */
    boolean ofRows() {
        return this != TIMELINESS && this != FLUCTUATION && this != ACCESSIBLE;
    }
}
