package cn.gov.jiyuan.platform.demo;

import cn.gov.jiyuan.platform.jobs.Progress;

/** Shows each source as the same share of the whole, however many units it counts. */
final class StepProgress implements Progress {
    static final long STEP = 1000;
    private final Progress whole;
    private final String title;
    private long total;
    private long done;
    private long shown;

    StepProgress(Progress whole, String title) {
        this.whole = whole;
        this.title = title;
    }

    @Override
    public void total(long units) {
        total = units;
    }

    @Override
    public void advance(long units) {
        done += units;
        show(total <= 0 ? shown : Math.min(STEP, done * STEP / total));
    }

    @Override
    public void say(String message) {
        whole.say(title + "：" + message);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    void finish() {
        show(STEP);
    }

    private void show(long share) {
        if (share > shown) {
            whole.advance(share - shown);
            shown = share;
        }
    }
}
