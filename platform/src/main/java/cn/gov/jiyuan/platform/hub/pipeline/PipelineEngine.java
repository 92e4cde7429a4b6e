package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.Engines;
import java.nio.file.Path;

/**
 * An engine that can run pipelines (计算引擎). Each is a bean; the setting {@code jiyuan.hub.engine} chooses one by its name.
 * All give the same rows for the same inputs.
 */
public interface PipelineEngine {
    /** As the setting names it, {@code duckdb} for example. */
    String name();

    /**
     * Opens an empty workshop for one run.
     *
     * @param folder of this pipeline and of nobody else; whatever lies there is removed
     * @param engines memory, and how snapshots are read
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.engine-down} if the engine does not answer
     */
    Workshop open(Path folder, Engines engines);
}
