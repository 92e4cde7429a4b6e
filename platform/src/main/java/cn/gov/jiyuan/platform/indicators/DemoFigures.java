package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import org.springframework.stereotype.Component;

/** Measures everything once all demonstration data are there; the hourly count came too early for them. */
@Component
final class DemoFigures implements DemoSource {
    private final Indicators indicators;

    DemoFigures(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String title() {
        return "公开指标";
    }

    @Override
    public void load(Progress progress) {
        progress.total(1);
        indicators.keepToday();
        progress.advance(1);
    }
}
