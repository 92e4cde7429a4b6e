package cn.gov.jiyuan.data.opendata.portal;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.data.opendata.access.Applications;
import cn.gov.jiyuan.data.opendata.access.Community;
import cn.gov.jiyuan.data.opendata.access.Downloads;
import cn.gov.jiyuan.data.opendata.access.Feedback;
import cn.gov.jiyuan.data.opendata.operation.Grants;
import cn.gov.jiyuan.data.opendata.operation.Products;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Rows;
import cn.gov.jiyuan.data.opendata.release.Shelf;
import cn.gov.jiyuan.data.opendata.release.Theme;
import cn.gov.jiyuan.data.opendata.release.Version;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the public sees of open data without logging in (公共数据开放平台). */
@Controller("opendata.OpenPages")
@RequestMapping("/open")
class OpenPages {
    private static final int PAGE = 20;
    private static final int PREVIEW = 10;
    private static final int NEWEST = 8;

    private final Shelf shelf;
    private final Rows rows;
    private final Downloads downloads;
    private final Feedback feedback;
    private final Applications applications;
    private final Community community;
    private final Products products;
    private final Grants grants;

    OpenPages(
            Shelf shelf,
            Rows rows,
            Downloads downloads,
            Feedback feedback,
            Applications applications,
            Community community,
            Products products,
            Grants grants) {
        this.shelf = shelf;
        this.rows = rows;
        this.downloads = downloads;
        this.feedback = feedback;
        this.applications = applications;
        this.community = community;
        this.products = products;
        this.grants = grants;
    }

    @GetMapping
    @Permitted(Permitted.PUBLIC)
    String home(Model model) {
        Shelf.Query all = Shelf.Query.of("", NEWEST);
        Shelf.Facets facets = shelf.facets(all);
        model.addAttribute("sum", shelf.sum());
        model.addAttribute("statistics", downloads.statistics());
        model.addAttribute("themes", themes(facets));
        model.addAttribute("units", units(facets));
        model.addAttribute(
                "newest", shelf.search(all).datasets().stream().map(Card::of).toList());
        model.addAttribute("wishes", community.wishes().stream().limit(5).toList());
        return "opendata/home";
    }

    /** @param theme empty for all */
    @GetMapping("/datasets")
    @Permitted(Permitted.PUBLIC)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "MODIFIED") Shelf.Sorting sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int number = Math.max(1, Math.min(page, 1000));
        Shelf.Query query = new Shelf.Query(
                q,
                theme.isEmpty() ? null : themeOf(theme),
                unit,
                type.isEmpty() ? null : typeOf(type),
                tag,
                sort,
                (number - 1) * PAGE,
                PAGE);
        Shelf.Page found = shelf.search(query);
        Shelf.Facets facets = shelf.facets(query);
        model.addAttribute("found", found.datasets().stream().map(Card::of).toList());
        model.addAttribute("total", found.total());
        model.addAttribute("page", number);
        model.addAttribute("pages", (found.total() + PAGE - 1) / PAGE);
        model.addAttribute("asked", new Asked(q, theme, unit, type, tag, sort.name()));
        model.addAttribute("themes", themes(facets));
        model.addAttribute("units", units(facets));
        model.addAttribute("sortings", Shelf.Sorting.values());
        return "opendata/search";
    }

    /** What was asked for, to be kept in links. */
    record Asked(String q, String theme, String unit, String type, String tag, String sort) {}

    private static Theme themeOf(String code) {
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(code)) {
                return theme;
            }
        }
        throw new cn.gov.jiyuan.kernel.error.Fault(cn.gov.jiyuan.data.opendata.OpendataError.UNKNOWN, code);
    }

    private static OpenType typeOf(String code) {
        return code.equals(OpenType.CONDITIONAL.name()) ? OpenType.CONDITIONAL : OpenType.UNCONDITIONAL;
    }

    record Choice(String code, String label, long count) {}

    private static List<Choice> themes(Shelf.Facets facets) {
        return facets.themes().entrySet().stream()
                .map(entry ->
                        new Choice(entry.getKey(), Theme.valueOf(entry.getKey()).label(), entry.getValue()))
                .toList();
    }

    private List<Choice> units(Shelf.Facets facets) {
        Map<String, String> names = shelf.units();
        return facets.units().entrySet().stream()
                .map(entry -> new Choice(
                        entry.getKey(), names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                .toList();
    }

    @GetMapping("/datasets/{identifier:[a-z0-9-]+}")
    @Permitted(Permitted.PUBLIC)
    Object dataset(@PathVariable String identifier, Actor actor, Model model) {
        Optional<OpenDataset> gone = shelf.find(identifier).filter(OpenDataset::gone);
        if (gone.isPresent()) {
            return GonePage.of(gone.get());
        }
        show(shelf.offered(identifier), actor, model);
        return "opendata/dataset";
    }

    private void show(OpenDataset dataset, Actor actor, Model model) {
        downloads.viewed(dataset);
        Version version = shelf.version(dataset, dataset.version());
        model.addAttribute("dataset", dataset);
        model.addAttribute("updated", Card.day(dataset.modified()));
        model.addAttribute("issued", Card.day(dataset.issued()));
        model.addAttribute("version", version);
        model.addAttribute(
                "versions",
                shelf.versions(dataset).stream()
                        .map(one -> new Edition(one, Card.day(one.released())))
                        .toList());
        model.addAttribute("usage", downloads.usage(dataset));
        model.addAttribute("corrections", feedback.answered(dataset));
        model.addAttribute("asking", applications.open(actor, dataset).orElse(null));
        if (!dataset.isConditional()) {
            model.addAttribute("preview", rows.ask(version, Rows.Question.first(PREVIEW)));
            rows.figure(version).ifPresent(figure -> {
                model.addAttribute("figure", figure);
                model.addAttribute("chart", ChartSvg.of(figure));
                Map<String, String> numbers = new LinkedHashMap<>();
                figure.bars().forEach(bar -> numbers.put(bar.label(), ChartSvg.number(bar.value())));
                model.addAttribute("numbers", numbers);
            });
        }
    }

    /** A version with its day. */
    record Edition(Version version, String day) {}

    @GetMapping("/statistics")
    @Permitted(Permitted.PUBLIC)
    String statistics(Model model) {
        model.addAttribute("sum", shelf.sum());
        model.addAttribute("statistics", downloads.statistics());
        model.addAttribute("themes", themes(shelf.facets(Shelf.Query.of("", 1))));
        model.addAttribute("units", units(shelf.facets(Shelf.Query.of("", 1))));
        return "opendata/statistics";
    }

    @GetMapping("/products")
    @Permitted(Permitted.PUBLIC)
    String products(Model model) {
        model.addAttribute("products", products.all());
        model.addAttribute("grants", grants.publicOnes());
        return "opendata/products";
    }
}
