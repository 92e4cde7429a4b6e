package cn.gov.jiyuan.platform.cases;

/** Why somebody has a task (任务类别). */
public enum TaskKind {
    /** The work of the state; at most one is live at a time. */
    HANDLE("办理"),
    /** An opinion asked for by add-sign (加签). */
    CONSULT("加签"),
    /** One vote of a joint sign (会签). */
    JOINT("会签"),
    /** A task of the BPMN process inside a state (流程). */
    PROCESS("流程"),
    /** Something to read (传阅); never holds up the case and outlives it. */
    COPY("传阅");

    private final String label;

    TaskKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
