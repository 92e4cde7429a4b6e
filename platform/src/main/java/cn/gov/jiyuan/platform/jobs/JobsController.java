package cn.gov.jiyuan.platform.jobs;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Long jobs: everybody sees and cancels his own, an administrator all. */
@RestController
@RequestMapping("/api/jobs")
class JobsController {
    private static final String ALL = "jobs.job.manage";
    private final LongJobs jobs;
    private final Access access;

    JobsController(LongJobs jobs, Access access) {
        this.jobs = jobs;
        this.access = access;
    }

    /** A job as shown; neither its argument nor the actor's roles. */
    record View(
            UUID id,
            String kind,
            String title,
            String actorName,
            LongJobs.State state,
            String stateLabel,
            long total,
            long done,
            String message,
            @Nullable String error,
            Instant submittedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {
        static View of(LongJobs.Job job) {
            return new View(
                    job.id(),
                    job.kind(),
                    job.title(),
                    job.actor().name(),
                    job.state(),
                    job.state().label(),
                    job.total(),
                    job.done(),
                    job.message(),
                    job.error(),
                    job.submittedAt(),
                    job.startedAt(),
                    job.endedAt());
        }
    }

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    List<View> newest(Actor actor, @RequestParam(defaultValue = "50") int limit) {
        UUID owner = access.may(actor, ALL) ? null : actor.personId();
        return jobs.newest(owner, limit).stream().map(View::of).toList();
    }

    @GetMapping("/{id}")
    @Permitted(Permitted.SIGNED_IN)
    View one(Actor actor, @PathVariable UUID id) {
        return View.of(visible(actor, id));
    }

    @PostMapping("/{id}/cancel")
    @Permitted(Permitted.SIGNED_IN)
    View cancel(Actor actor, @PathVariable UUID id) {
        visible(actor, id);
        jobs.cancel(id);
        return View.of(visible(actor, id));
    }

    /** Once more, from where it had come to. */
    @PostMapping("/{id}/retry")
    @Permitted(Permitted.SIGNED_IN)
    View retry(Actor actor, @PathVariable UUID id) {
        visible(actor, id);
        if (!jobs.retry(id, actor)) {
            throw new Fault(JobsError.NOT_ENDED);
        }
        return View.of(visible(actor, id));
    }

    private LongJobs.Job visible(Actor actor, UUID id) {
        return jobs.find(id)
                .filter(job -> job.actor().personId().equals(actor.personId()) || access.may(actor, ALL))
                .orElseThrow(() -> new Fault(JobsError.UNKNOWN_JOB));
    }
}
