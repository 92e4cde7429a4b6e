package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.contracts.themes.ThemeFigures;
import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Themes, their figures and lineage, and the desk of their source tasks. */
@RestController
@RequestMapping("/api/themes/topics")
class TopicController {
    private static final String READ = "themes.topic.read";
    private static final String RUN = "themes.topic.run";
    private final TopicViews views;
    private final Topics topics;
    private final ThemeFigures figures;
    private final Lineage lineage;
    private final Meanings meanings;
    private final SourceDesk desk;
    private final Clock clock;

    TopicController(
            TopicViews views,
            Topics topics,
            ThemeFigures figures,
            Lineage lineage,
            Meanings meanings,
            SourceDesk desk,
            Clock clock) {
        this.views = views;
        this.topics = topics;
        this.figures = figures;
        this.lineage = lineage;
        this.meanings = meanings;
        this.desk = desk;
        this.clock = clock;
    }

    record Reason(@Nullable String reason) {}

    @GetMapping
    @Permitted(READ)
    List<TopicViews.Line> all() {
        return views.lines();
    }

    @GetMapping("/{topic}")
    @Permitted(READ)
    TopicViews.Detail one(@PathVariable String topic) {
        return views.detail(topic);
    }

    /** All figures over some months; the present year up to now where not said. */
    @GetMapping("/{topic}/figures")
    @Permitted(READ)
    List<ThemeFigures.Figure> figures(
            Actor actor,
            @PathVariable String topic,
            @RequestParam @Nullable YearMonth from,
            @RequestParam @Nullable YearMonth to) {
        return figures.all(actor, topic, start(from), end(to));
    }

    @GetMapping("/{topic}/figures/{indicator}")
    @Permitted(READ)
    ThemeFigures.Figure figure(
            Actor actor,
            @PathVariable String topic,
            @PathVariable String indicator,
            @RequestParam @Nullable YearMonth from,
            @RequestParam @Nullable YearMonth to,
            @RequestParam @Nullable Integer meaning) {
        return figures.figure(actor, topic, indicator, start(from), end(to), meaning);
    }

    /** The figure by month, unit, town or item. */
    @GetMapping("/{topic}/figures/{indicator}/lines")
    @Permitted(READ)
    List<ThemeFigures.Line> lines(
            Actor actor,
            @PathVariable String topic,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam @Nullable YearMonth from,
            @RequestParam @Nullable YearMonth to,
            @RequestParam @Nullable Integer meaning) {
        return figures.lines(actor, topic, indicator, start(from), end(to), by(by), meaning);
    }

    @GetMapping("/{topic}/figures/{indicator}/rows")
    @Permitted(Figures.DATA)
    ThemeFigures.Rows rows(
            Actor actor,
            @PathVariable String topic,
            @PathVariable String indicator,
            @RequestParam @Nullable YearMonth month,
            @RequestParam(defaultValue = "false") boolean numerator,
            @RequestParam @Nullable String after) {
        return figures.rows(actor, topic, indicator, end(month), numerator, after);
    }

    @GetMapping("/{topic}/figures/{indicator}/lineage")
    @Permitted(READ)
    Lineage.Drawing lineage(@PathVariable String topic, @PathVariable String indicator) {
        return lineage.of(topics.getBuilt(topic), indicator);
    }

    @GetMapping("/{topic}/figures/{indicator}/meanings")
    @Permitted(READ)
    List<Meaning> meanings(@PathVariable String topic, @PathVariable String indicator) {
        topics.getBuilt(topic).indicator(indicator);
        return meanings.of(topic, indicator);
    }

    @PostMapping("/{topic}/figures/{indicator}/meanings")
    @Permitted("themes.meaning.propose")
    Meaning draft(
            Actor actor,
            @PathVariable String topic,
            @PathVariable String indicator,
            @RequestBody Meanings.Draft draft) {
        return meanings.draft(actor, topic, indicator, draft);
    }

    @PostMapping("/{topic}/figures/{indicator}/meanings/{version}/approve")
    @Permitted(Meanings.APPROVE)
    Meaning approve(
            Actor actor, @PathVariable String topic, @PathVariable String indicator, @PathVariable int version) {
        return meanings.approve(actor, topic, indicator, version);
    }

    @PostMapping("/{topic}/refresh")
    @Permitted(RUN)
    TopicViews.Detail refresh(Actor actor, @PathVariable String topic) {
        desk.refresh(actor, topic);
        return views.detail(topic);
    }

    /** {@code stop}, {@code resume} or {@code remove}, with a reason. */
    @PostMapping("/{topic}/sources/{source}/{move:stop|resume|remove}")
    @Permitted(RUN)
    TopicViews.Detail move(
            Actor actor,
            @PathVariable String topic,
            @PathVariable String source,
            @PathVariable String move,
            @RequestBody Reason reason) {
        String words = reason.reason() == null ? "" : reason.reason();
        desk.move(actor, topic, source, SourceState.Move.valueOf(move.toUpperCase(Locale.ROOT)), words);
        return views.detail(topic);
    }

    private LocalDate start(@Nullable YearMonth from) {
        return from == null ? LocalDate.now(clock).withDayOfYear(1) : from.atDay(1);
    }

    private LocalDate end(@Nullable YearMonth to) {
        return to == null ? LocalDate.now(clock).withDayOfMonth(1) : to.atDay(1);
    }

    private static ThemeFigures.By by(String by) {
        return Arrays.stream(ThemeFigures.By.values())
                .filter(one -> one.name().equalsIgnoreCase(by))
                .findFirst()
                .orElseThrow(() -> Fault.at("/by", ThemesError.BAD_QUERY, "没有按“" + by + "”的分组"));
    }
}
