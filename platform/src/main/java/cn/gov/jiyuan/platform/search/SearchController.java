package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Search for portal, workbench and anyone. */
@RestController
@RequestMapping("/api/search")
final class SearchController {
    private static final int MOST_GAPS = 50;

    private final Search search;
    private final QueryLogStore log;
    private final Clock clock;

    record Click(UUID queryId, String kind, String id, int position) {}

    SearchController(Search search, QueryLogStore log, Clock clock) {
        this.search = search;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping
    @Permitted(Permitted.PUBLIC)
    SearchPage search(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "kind", defaultValue = "") Set<String> kinds,
            @RequestParam(defaultValue = "1") int page) {
        return search.query(actor, text, kinds, page);
    }

    @GetMapping("/suggest")
    @Permitted(Permitted.PUBLIC)
    List<SuggestionGroup> suggest(Actor actor, @RequestParam(name = "q", defaultValue = "") String text) {
        return search.suggest(actor, text);
    }

    @PostMapping("/clicks")
    @Permitted(Permitted.PUBLIC)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clicked(@RequestBody Click click) {
        search.clicked(click.queryId(), click.kind(), click.id(), click.position());
    }

    @PostMapping("/rebuilds")
    @Permitted("search.index.rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild() {
        search.rebuild();
    }

    @GetMapping("/quality")
    @Permitted("search.log.read")
    SearchQuality quality(@RequestParam(defaultValue = "30") int days) {
        int span = Math.clamp(days, 1, 3660);
        return log.quality(clock.instant().minus(Duration.ofDays(span)), MOST_GAPS);
    }
}
