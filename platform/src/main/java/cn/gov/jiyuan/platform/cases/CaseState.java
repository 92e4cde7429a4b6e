package cn.gov.jiyuan.platform.cases;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One legal state of a case type (状态).
 *
 * @param label as shown, “待受理”
 * @param waitingFor who is being waited for, “申请人”; null unless waiting
 * @param task the task opened on entering; null if nobody inside has anything to do
 * @param returnable whether work may be returned to this state
 * @param process key of the BPMN process that runs inside this state; its end events are named like actions
 */
public record CaseState(
        String id,
        String label,
        Kind kind,
        @Nullable String waitingFor,
        @Nullable TaskSpec task,
        boolean returnable,
        @Nullable String process) {

    /** What the state means for the case as a whole. */
    public enum Kind {
        /** Officials have something to do. */
        OPEN("办理中"),
        /** A named party outside has something to do. */
        WAITING("等待中"),
        /** Nothing more will happen. */
        FINAL("已结束");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The task of a state (环节任务).
     *
     * @param title “审查材料”
     * @param role role whose holders may take it
     * @param unitId unit of those holders; null for the unit of the case
     * @param unitFact name of the fact of the case that holds the id of that unit; null if it is not told by the case
     */
    public record TaskSpec(
            String title,
            String role,
            @Nullable UUID unitId,
            @Nullable String unitFact) {
        /** The unit whose task it is; null for the unit of the case. */
        @Nullable
        UUID unitIn(Map<String, Object> facts) {
            Object told = unitFact == null ? null : facts.get(unitFact);
            return told == null ? unitId : UUID.fromString(told.toString());
        }
    }

    /** What a drawing or a document shows of the state. */
    Map<String, Object> facts() {
        return Map.of(
                "id",
                id,
                "label",
                label,
                "kind",
                kind.name(),
                "waitingFor",
                waitingFor == null ? "" : waitingFor,
                "task",
                task == null ? "" : task.title(),
                "role",
                task == null ? "" : task.role());
    }

    boolean isFinal() {
        return kind == Kind.FINAL;
    }

    /** Declares one state. */
    public static final class Builder {
        private final String id;
        private final String label;
        private final Kind kind;
        private @Nullable String waitingFor;
        private @Nullable TaskSpec task;
        private boolean returnable = true;
        private @Nullable String process;

        Builder(String id, String label, Kind kind) {
            this.id = id;
            this.label = label;
            this.kind = kind;
        }

        /** The party outside that has to act, “申请人”. */
        public Builder waitingFor(String party) {
            waitingFor = party;
            return this;
        }

        public Builder task(String title, String role) {
            task = new TaskSpec(title, role, null, null);
            return this;
        }

        /** A task for another unit than that of the case: who oversees does not sit where the work is done. */
        public Builder task(String title, String role, UUID unitId) {
            task = new TaskSpec(title, role, unitId, null);
            return this;
        }

        /** A task for a unit that differs from case to case, and that the case knows as a fact. */
        public Builder taskOf(String unitFact, String title, String role) {
            task = new TaskSpec(title, role, null, unitFact);
            return this;
        }

        /** Work may not be returned to this state, for example because a document went out on leaving it. */
        public Builder notReturnable() {
            returnable = false;
            return this;
        }

        public Builder process(String key) {
            process = key;
            return this;
        }

        CaseState build() {
            return new CaseState(id, label, kind, waitingFor, task, returnable && task != null, process);
        }
    }
}
