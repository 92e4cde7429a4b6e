package cn.gov.jiyuan.platform.demo;

import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the banner of the portal how far the demo data is. */
@RestController
class DemoController {
    private final LongJobs jobs;
    private final DemoSettings settings;

    DemoController(LongJobs jobs, DemoSettings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    /**
     * How far the demo data is.
     *
     * @param state of the newest load; null if none was begun
     * @param percent 0 to 100
     */
    record View(
            boolean enabled,
            LongJobs.@Nullable State state,
            @Nullable String stateLabel,
            int percent,
            String message) {}

    @GetMapping("/api/demo/progress")
    @Permitted(Permitted.PUBLIC)
    View progress() {
        return jobs.newestOf(DemoLoad.KIND)
                .map(this::view)
                .orElseGet(() -> new View(settings.enabled(), null, null, 0, ""));
    }

    private View view(LongJobs.Job job) {
        int percent = job.total() == 0 ? 0 : (int) Math.min(100, job.done() * 100 / job.total());
        return new View(settings.enabled(), job.state(), job.state().label(), percent, job.message());
    }
}
