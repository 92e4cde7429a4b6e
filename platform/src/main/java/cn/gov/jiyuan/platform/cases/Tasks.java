package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with tasks besides acting on the case. Each operation writes one entry of the timeline, an audit
 * event and a change of the feed; none loses an opinion or a task.
 *
 * <table>
 * <caption>Semantics, told to users in docs/guide/tasks.md</caption>
 * <tr><th>operation</th><th>who</th><th>what happens</th></tr>
 * <tr><td>claim 签收</td><td>holder of the role in the case's unit</td><td>the task is his; the second one is told who has it</td></tr>
 * <tr><td>release 放回</td><td>holder</td><td>back to the unit's claimable tasks</td></tr>
 * <tr><td>vacate 离岗放回</td><td>the platform, when a post ends</td><td>what the leaver held goes back to the unit's claimable tasks, or to who delegated it; what he had delegated stays with the delegate for good</td></tr>
 * <tr><td>transfer 转办</td><td>holder, or who may assign</td><td>another holds it; a vote or question goes along, nobody gets two</td></tr>
 * <tr><td>delegate 委托</td><td>holder</td><td>the delegate answers ({@code resolve}), the delegator confirms by acting; he can take it back</td></tr>
 * <tr><td>return 退回</td><td>holder</td><td>to the state before, or any on the path here that allows it; assigned to who worked there; open signs are called off with trace; legal clocks run on; 重新流转 runs the path again, 直送 offers the way straight back</td></tr>
 * <tr><td>add-sign 加签</td><td>holder</td><td>前: the task waits for the signers; 并: it goes on, but acts only when all have signed; 后: the holder signs, the one added acts</td></tr>
 * <tr><td>joint sign 会签</td><td>holder</td><td>all / any / ratio; decided once, as soon as the votes suffice either way; votes still open then are cancelled; the result goes back to the holder, who acts; a disagreement never blocks him from refusing</td></tr>
 * <tr><td>call off 撤销</td><td>holder</td><td>open signers and votes are cancelled, a joint sign is dissolved, the task is free</td></tr>
 * <tr><td>recall 取回</td><td>who did the last step, if its action allows</td><td>as long as the next has not worked; merely having claimed does not count</td></tr>
 * <tr><td>copy 传阅</td><td>who may see the case</td><td>never holds up the case, outlives it; readers' opinions stay in the timeline; unread ones can be taken back</td></tr>
 * <tr><td>remind 催办</td><td>who may see the case, or the applicant</td><td>once an hour per task</td></tr>
 * </table>
 *
 * <p>Withdraw 撤回 by the applicant is an ordinary action of the transition table.
 */
public interface Tasks {
    TaskView claim(Actor actor, UUID taskId);

    /**
     * Completes a task of a process inside a state.
     *
     * @param decision values of variables that the drawing declares
     */
    TaskView complete(Actor actor, UUID taskId, Map<String, ?> decision, String opinion);

    TaskView release(Actor actor, UUID taskId);

    /**
     * Frees the tasks of somebody who no longer works in a unit. Opinions that an add-sign or a joint sign asked him for
     * stay his: whoever asked calls them off.
     *
     * @param reason as the timelines tell it
     * @return how many tasks
     */
    int vacate(UUID person, UUID unit, String reason);

    TaskView transfer(Actor actor, UUID taskId, Colleague to, String reason);

    TaskView delegate(Actor actor, UUID taskId, Colleague to, String reason);

    TaskView resolve(Actor actor, UUID taskId, String opinion);

    TaskView takeBack(Actor actor, UUID taskId);

    /**
     * @param state the state to return to; null for the one before
     * @param straight true for 直送, false for 重新流转
     */
    TaskView giveBack(Actor actor, UUID taskId, @Nullable String state, boolean straight, String reason);

    /** Sends a case that was returned with 直送 back to the one who returned it. */
    TaskView resubmit(Actor actor, UUID taskId, String opinion);

    /** States to which the holder may return, the nearest first; told to whoever may see the case. */
    List<ReturnTarget> returnTargets(Actor actor, UUID taskId);

    TaskView addSign(Actor actor, UUID taskId, Signing mode, List<Colleague> signers, String opinion, String reason);

    /** @return id of the joint sign */
    UUID jointSign(Actor actor, UUID taskId, JointRule rule, List<Colleague> members, String reason);

    /** Gives the opinion that an add-sign or a joint sign asks for. */
    TaskView sign(Actor actor, UUID taskId, boolean agree, String opinion);

    TaskView callOff(Actor actor, UUID taskId, String reason);

    void recall(Actor actor, UUID caseId, int expectedVersion);

    void copy(Actor actor, UUID caseId, List<Colleague> readers, String message);

    TaskView read(Actor actor, UUID taskId, String opinion);

    TaskView recallCopy(Actor actor, UUID taskId);

    void remind(Actor actor, UUID taskId, String message);

    /** A state to which work may be returned, with who worked there last. */
    record ReturnTarget(String state, String label, String person) {}
}
