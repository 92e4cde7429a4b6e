package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.Engines;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** DuckDB within this process; what the platform uses unless told otherwise. */
@Component
final class DuckEngine implements PipelineEngine {
    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Workshop open(Path folder, Engines engines) {
        return DuckWorkshop.open(folder, engines.memory(), true, engines);
    }
}
