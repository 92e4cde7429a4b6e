package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ratings for officials and for the terminals of the hall. */
@RestController
@RequestMapping("/api/reviews")
class ReviewsController {
    static final String READ = "reviews.evaluation.read";

    private final RatingStanding standing;
    private final Visits visits;
    private final Access access;

    ReviewsController(RatingStanding standing, Visits visits, Access access) {
        this.standing = standing;
        this.visits = visits;
        this.access = access;
    }

    /** Units, windows or items ranked over the last twelve months, as far as the viewer may see. */
    @GetMapping("/ranking")
    @Permitted(READ)
    List<Ranking.Line> ranking(@RequestParam(defaultValue = "UNIT") String by, Actor actor) {
        EvaluationStore.Grouping grouping = switch (by.toUpperCase(Locale.ROOT)) {
            case "WINDOW" -> EvaluationStore.Grouping.WINDOW;
            case "ITEM" -> EvaluationStore.Grouping.ITEM;
            default -> EvaluationStore.Grouping.UNIT;
        };
        return standing.ranking(grouping, access.rows(actor, READ));
    }

    @GetMapping("/figures")
    @Permitted(READ)
    RatingStanding.Sum figures(Actor actor) {
        return standing.sum(access.rows(actor, READ));
    }

    /** Ratings that terminals in the hall took; all of a batch or none. A visit reported before is passed over. */
    @PostMapping("/visits")
    @Permitted("reviews.visit.report")
    Map<String, Integer> visits(@RequestBody List<Visits.Visit> batch, Actor actor) {
        return Map.of("taken", visits.take(actor, batch), "given", batch.size());
    }
}
