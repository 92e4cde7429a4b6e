package cn.gov.jiyuan.data.stewardship.governance;

/** The seven domains in which the plan judges the governance of data (治理评价七域). */
enum Domain {
    ARCHITECTURE("架构", "已登记资产的数据集数", "本部门的数据集数"),
    STANDARD("标准", "已确认采用数据元的列数", "本部门数据集的列数"),
    QUALITY("质量", "最近一次检查中合格的行次", "最近一次检查中适用的行次"),
    SECURITY("安全", "已由人工确认分类分级的列数", "已识别的列数"),
    SHARING("共享", "挂接在共享目录（无条件、有条件）上的数据集数", "本部门的数据集数"),
    SERVICE("服务", "在时限内办结的质量工单数", "近一年派出、已办结或者已到期的质量工单数"),
    APPLICATION("应用", "在用的数据资产数", "登记在册的数据资产数");

    private final String label;
    private final String numerator;
    private final String denominator;

    Domain(String label, String numerator, String denominator) {
        this.label = label;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    String label() {
        return label;
    }

    String numerator() {
        return numerator;
    }

    String denominator() {
        return denominator;
    }
}
