package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.Map;

/** Runs pipelines (加工): one run of a pipeline at a time in the whole house; its dataset switches at once or not at all. */
public interface Pipelines {
    /**
     * Runs a pipeline and lands its golden records as the new version of its dataset.
     *
     * @param inputs by the code of the origin
     * @param batch number of the batch
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.pipeline-running}, {@code hub.step-failed}
     */
    Done run(Actor actor, Pipeline pipeline, Map<String, Input> inputs, String batch, Progress progress);

    /** What came of a run. @param members the landing of {@link Pipeline#members()} */
    record Done(Outcome outcome, Landing.Landed landed, Landing.Landed members) {}
}
