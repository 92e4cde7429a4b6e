package cn.gov.jiyuan.data.exchange.collecting;

import java.util.Optional;
import java.util.Set;

/** States of a task and the actions between them, as a table (归集任务状态). */
enum TaskState {
    DRAFT("草稿"),
    ACTIVE("运行中"),
    PAUSED("已暂停"),
    HALTED("异常停止"),
    RETIRED("已停用");

    private final String label;

    TaskState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What may be done with a task; {@code halt} is the platform's own. */
    enum Action {
        ACTIVATE("启用", Set.of(DRAFT), ACTIVE),
        PAUSE("暂停", Set.of(ACTIVE), PAUSED),
        RESUME("恢复", Set.of(PAUSED, HALTED), ACTIVE),
        /** Resumes and takes the source's new structure for the right one. */
        ACCEPT("确认新结构并恢复", Set.of(HALTED), ACTIVE),
        HALT("异常停止", Set.of(ACTIVE), HALTED),
        RETIRE("停用", Set.of(DRAFT, ACTIVE, PAUSED, HALTED), RETIRED);

        private final String label;
        private final Set<TaskState> from;
        private final TaskState to;

        Action(String label, Set<TaskState> from, TaskState to) {
            this.label = label;
            this.from = from;
            this.to = to;
        }

        String label() {
            return label;
        }

        boolean byPeople() {
            return this != HALT;
        }

        Optional<TaskState> from(TaskState state) {
            return from.contains(state) ? Optional.of(to) : Optional.empty();
        }
    }
}
