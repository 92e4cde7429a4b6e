package cn.gov.jiyuan.data.opendata.release;

/** Under which terms data are given (许可). */
public enum Licence {
    OPEN("jiyuan-open-1", "济源公共数据开放许可（无条件）", "可以自由复制、加工、商用，须注明来源和版本，不得歪曲，不得用于识别个人。"),
    AGREEMENT("jiyuan-agreement-1", "济源公共数据利用协议（有条件）", "只能用于申请时说明的用途，不得转给他人，到期删除，登记成果。");

    private final String id;
    private final String title;
    private final String summary;

    Licence(String id, String title, String summary) {
        this.id = id;
        this.title = title;
        this.summary = summary;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    static Licence of(String id) {
        return id.equals(AGREEMENT.id) ? AGREEMENT : OPEN;
    }
}
