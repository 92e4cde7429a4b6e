package cn.gov.jiyuan.hubspark;

import cn.gov.jiyuan.platform.hub.Engines;
import cn.gov.jiyuan.platform.hub.pipeline.PipelineEngine;
import cn.gov.jiyuan.platform.hub.pipeline.WorkFolder;
import cn.gov.jiyuan.platform.hub.pipeline.Workshop;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Spark, in this process or on a cluster whose machines all see the hub's folder under the same path. */
@Component
@EnableConfigurationProperties(SparkSettings.class)
final class SparkEngine implements PipelineEngine {
    private final SharedContext context;

    SparkEngine(SparkSettings settings) {
        this.context = new SharedContext(settings);
    }

    @Override
    public String name() {
        return "spark";
    }

    /** A folder within that of the pipeline: what is still at work for a run that was killed writes into another. */
    @Override
    public Workshop open(Path folder, Engines engines) {
        WorkFolder.clear(folder);
        SparkSession session = context.enter();
        try {
            Path own = folder.resolve(UUID.randomUUID().toString());
            return new SparkWorkshop(folder, own, session, engines, context::leave);
        } catch (RuntimeException e) {
            context.leave();
            throw e;
        }
    }
}
