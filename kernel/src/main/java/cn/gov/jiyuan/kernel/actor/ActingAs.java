package cn.gov.jiyuan.kernel.actor;

/** In which capacity somebody acts (办理身份). */
public enum ActingAs {
    /** Nobody is logged in. */
    ANONYMOUS("游客"),
    /** A natural person for himself (本人). */
    SELF("本人"),
    /** An agent for another natural person (代他人). */
    OTHER("代他人"),
    /** A legal representative or handler for an enterprise (代企业). */
    ENTERPRISE("代企业"),
    /** An official in office (公务身份). */
    OFFICIAL("公务身份"),
    /** The platform itself, for example a clock that ran out (系统). */
    SYSTEM("系统");

    private final String label;

    ActingAs(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
