package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What runs inside a state that names a BPMN process; tasks are put on the docket, which is saved afterwards. */
interface CaseProcesses {
    /** Starts the process of the state just entered, if it names one. */
    void entered(Docket docket, Actor actor);

    /** Ends the process of the state just left, if it still runs. */
    void left(Docket docket, String state);

    /**
     * Tells the process that a task is done.
     *
     * @param decision values of variables that the drawing declares
     * @return the end event at which the process ended, which names an action; empty if it goes on
     */
    Optional<String> completed(Docket docket, CaseTask task, Map<String, ?> decision, Actor actor, Instant at);
}
