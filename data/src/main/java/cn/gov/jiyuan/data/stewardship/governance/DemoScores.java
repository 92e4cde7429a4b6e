package cn.gov.jiyuan.data.stewardship.governance;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import org.springframework.stereotype.Component;

/** Scores the month once all data of the demonstration are there, rather than an hour later. */
@Component
final class DemoScores implements DemoSource {
    private static final int AFTER_ALL_DATA = 89;
    private final GovernanceScores scores;

    DemoScores(GovernanceScores scores) {
        this.scores = scores;
    }

    @Override
    public int order() {
        return AFTER_ALL_DATA;
    }

    @Override
    public String title() {
        return "数据治理指数";
    }

    @Override
    public void load(Progress progress) {
        progress.total(1);
        scores.keepMonth();
        progress.advance(1);
    }
}
