package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.access.RowScope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody may know of the ratings (评价公开): each rate with its parts, units ranked. */
@Controller
class RatingsPages {
    private final RatingStanding standing;
    private final OwnAccord ownAccord;
    private final Clock clock;

    RatingsPages(RatingStanding standing, OwnAccord ownAccord, Clock clock) {
        this.standing = standing;
        this.ownAccord = ownAccord;
        this.clock = clock;
    }

    @GetMapping("/ratings")
    @Permitted(Permitted.PUBLIC)
    String show(@RequestParam(defaultValue = "unit") String by, Model model) {
        EvaluationStore.Grouping grouping =
                by.equals("item") ? EvaluationStore.Grouping.ITEM : EvaluationStore.Grouping.UNIT;
        model.addAttribute("sum", standing.sum(new RowScope.All()));
        model.addAttribute(
                "lines",
                standing.ranking(grouping, new RowScope.All()).stream()
                        .map(RatingsPages::shown)
                        .toList());
        model.addAttribute("by", grouping.name().toLowerCase(Locale.ROOT));
        model.addAttribute("label", grouping.label());
        model.addAttribute("ownChannels", String.join("、", ownAccord.channels()));
        model.addAttribute("from", standing.firstDay());
        model.addAttribute("to", LocalDate.now(clock));
        return "reviews/ratings";
    }

    /** A line as people read it. */
    record Shown(int place, String name, long good, long count, String rate, String bound) {}

    private static Shown shown(Ranking.Line line) {
        return new Shown(
                line.place(),
                line.name(),
                line.good(),
                line.count(),
                percent(line.good(), line.count()),
                String.format(Locale.ROOT, "%.1f%%", 100 * line.lowerBound()));
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "—" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }
}
