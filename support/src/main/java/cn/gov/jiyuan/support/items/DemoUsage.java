package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import org.springframework.stereotype.Component;

/** Demonstration matters come from the past; the days are counted again when all are there. */
@Component
final class DemoUsage implements DemoSource {
    private final UsageCount usage;

    DemoUsage(UsageCount usage) {
        this.usage = usage;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String title() {
        return "办件日统计";
    }

    @Override
    public void load(Progress progress) {
        usage.again();
    }
}
