package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;

/**
 * Processes that departments draw themselves (部门流程). A case type names one inside a state; its tasks appear in the one
 * inbox, its end event names the action that the case then takes.
 */
public interface Processes {
    /**
     * Deploys a drawing as the next version; running cases keep theirs.
     *
     * @param bpmn BPMN 2.0 XML
     * @return number of the version
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code cases.process} if it contains anything but events, user tasks,
     *     gateways and comparisons of declared variables, or ends in an action that the state does not have
     */
    int deploy(Actor actor, String bpmn);
}
