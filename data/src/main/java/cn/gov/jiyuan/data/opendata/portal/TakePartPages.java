package cn.gov.jiyuan.data.opendata.portal;

import cn.gov.jiyuan.data.opendata.access.ApiKeys;
import cn.gov.jiyuan.data.opendata.access.Applications;
import cn.gov.jiyuan.data.opendata.access.Community;
import cn.gov.jiyuan.data.opendata.access.Downloads;
import cn.gov.jiyuan.data.opendata.access.Feedback;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Shelf;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.ErrorKind;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with open data: report errors, apply, wish, show what they made, take keys. */
@Controller("opendata.TakePartPages")
@RequestMapping("/open")
class TakePartPages {
    private final Shelf shelf;
    private final Feedback feedback;
    private final Applications applications;
    private final Community community;
    private final ApiKeys keys;
    private final Downloads downloads;
    private final Texts texts;

    TakePartPages(
            Shelf shelf,
            Feedback feedback,
            Applications applications,
            Community community,
            ApiKeys keys,
            Downloads downloads,
            Texts texts) {
        this.shelf = shelf;
        this.feedback = feedback;
        this.applications = applications;
        this.community = community;
        this.keys = keys;
        this.downloads = downloads;
        this.texts = texts;
    }

    /** Shows the form again with what is wrong; everything typed is still there. */
    private String again(Fault fault, Model model, HttpServletResponse response, Supplier<String> form) {
        if (fault.code().kind() != ErrorKind.INPUT && fault.code().kind() != ErrorKind.CONFLICT) {
            throw fault;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", texts.of(fault.code().code(), fault.arguments()));
        String pointer = fault.pointer();
        model.addAttribute("wrong", pointer == null ? "" : pointer.substring(1));
        return form.get();
    }

    @GetMapping("/datasets/{identifier:[a-z0-9-]+}/correct")
    @Permitted(Permitted.PUBLIC)
    String correct(@PathVariable String identifier, Model model) {
        model.addAttribute("dataset", shelf.offered(identifier));
        return "opendata/correct";
    }

    @PostMapping("/datasets/{identifier:[a-z0-9-]+}/correct")
    @Permitted(Permitted.PUBLIC)
    String correct(
            @PathVariable String identifier,
            @RequestParam(defaultValue = "") String what,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        OpenDataset dataset = shelf.offered(identifier);
        try {
            Feedback.Correction sent = feedback.send(actor, dataset, what);
            return "redirect:/open/corrections/" + sent.number();
        } catch (Fault fault) {
            model.addAttribute("what", what);
            return again(fault, model, response, () -> correct(identifier, model));
        }
    }

    /** Progress by number, also for those who did not log in; says nothing of the sender. */
    @GetMapping("/corrections/{code}")
    @Permitted(Permitted.PUBLIC)
    String correction(@PathVariable String code, Model model) {
        Feedback.Correction correction = feedback.byNumber(code)
                .orElseThrow(() -> new Fault(cn.gov.jiyuan.data.opendata.OpendataError.UNKNOWN, code));
        model.addAttribute("correction", correction);
        model.addAttribute("sent", Card.day(correction.sent()));
        model.addAttribute(
                "due",
                correction.due() == null ? "—" : Card.day(correction.due().minusNanos(1)));
        model.addAttribute("dataset", shelf.find(correction.dataset()).orElse(null));
        return "opendata/correction";
    }

    @GetMapping("/datasets/{identifier:[a-z0-9-]+}/apply")
    @Permitted(Permitted.SIGNED_IN)
    String apply(@PathVariable String identifier, Actor actor, Model model) {
        OpenDataset dataset = shelf.offered(identifier);
        model.addAttribute("dataset", dataset);
        model.addAttribute("asking", applications.open(actor, dataset).orElse(null));
        return "opendata/apply";
    }

    @PostMapping("/datasets/{identifier:[a-z0-9-]+}/apply")
    @Permitted(Permitted.SIGNED_IN)
    String apply(
            @PathVariable String identifier,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String security,
            @RequestParam(defaultValue = "") String expected,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        OpenDataset dataset = shelf.offered(identifier);
        try {
            applications.apply(actor, dataset, new Applications.Form(purpose, security, expected));
            return "redirect:/open/my";
        } catch (Fault fault) {
            model.addAttribute("purpose", purpose);
            model.addAttribute("security", security);
            model.addAttribute("expected", expected);
            return again(fault, model, response, () -> apply(identifier, actor, model));
        }
    }

    @PostMapping("/applications/{id}/agree")
    @Permitted(Permitted.SIGNED_IN)
    String agree(@PathVariable UUID id, Actor actor) {
        applications.agree(actor, id);
        return "redirect:/open/my";
    }

    @PostMapping("/applications/{id}/results")
    @Permitted(Permitted.SIGNED_IN)
    String results(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String results,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            applications.registerResults(actor, id, results);
            return "redirect:/open/my";
        } catch (Fault fault) {
            return again(fault, model, response, () -> mine(actor, model));
        }
    }

    /** An application with the dataset that it is for. */
    record Asked(Applications.Application application, String title, String identifier, String sent, String due) {}

    /** A download with its day. */
    record Taken(Downloads.Mine download, String day) {}

    @GetMapping("/my")
    @Permitted(Permitted.SIGNED_IN)
    String mine(Actor actor, Model model) {
        model.addAttribute(
                "applications",
                applications.of(actor).stream()
                        .map(one -> {
                            OpenDataset dataset = shelf.find(one.dataset()).orElse(null);
                            return new Asked(
                                    one,
                                    dataset == null ? "" : dataset.title(),
                                    dataset == null ? "" : dataset.identifier(),
                                    Card.day(one.applied()),
                                    one.due() == null ? "" : Card.day(one.due().minusNanos(1)));
                        })
                        .toList());
        model.addAttribute(
                "downloads",
                downloads.of(actor).stream()
                        .map(one -> new Taken(one, Card.day(one.at())))
                        .toList());
        model.addAttribute("keys", keys.of(actor));
        return "opendata/my";
    }

    @GetMapping("/wishes")
    @Permitted(Permitted.PUBLIC)
    String wishes(Model model) {
        model.addAttribute("wishes", community.wishes());
        return "opendata/wishes";
    }

    @PostMapping("/wishes")
    @Permitted(Permitted.SIGNED_IN)
    String wish(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String detail,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            community.wish(actor, title, detail);
            return "redirect:/open/wishes";
        } catch (Fault fault) {
            model.addAttribute("title", title);
            model.addAttribute("detail", detail);
            return again(fault, model, response, () -> wishes(model));
        }
    }

    @PostMapping("/wishes/{id}/vote")
    @Permitted(Permitted.SIGNED_IN)
    String vote(@PathVariable UUID id, Actor actor) {
        community.vote(actor, id);
        return "redirect:/open/wishes";
    }

    /** What somebody made, with the datasets that it uses. */
    record Made(Community.Reuse reuse, List<Card> datasets) {}

    @GetMapping("/reuse")
    @Permitted(Permitted.PUBLIC)
    String reuse(Model model) {
        model.addAttribute(
                "reuses",
                community.shown().stream()
                        .map(one -> new Made(
                                one,
                                one.datasets().stream()
                                        .flatMap(id -> shelf.find(id).stream())
                                        .map(Card::of)
                                        .toList()))
                        .toList());
        model.addAttribute("kinds", Community.kinds());
        model.addAttribute(
                "datasets",
                shelf.search(new Shelf.Query("", null, "", null, "", Shelf.Sorting.TITLE, 0, 500))
                        .datasets());
        return "opendata/reuse";
    }

    @PostMapping("/reuse")
    @Permitted(Permitted.SIGNED_IN)
    String offer(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") List<String> datasets,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            List<UUID> ids =
                    datasets.stream().map(name -> shelf.offered(name).id()).toList();
            community.offer(actor, title, kind, description, link, ids);
            model.addAttribute("sent", true);
            return reuse(model);
        } catch (Fault fault) {
            model.addAttribute("title", title);
            model.addAttribute("description", description);
            model.addAttribute("link", link);
            return again(fault, model, response, () -> reuse(model));
        }
    }

    @GetMapping("/developers")
    @Permitted(Permitted.PUBLIC)
    String developers(Actor actor, Model model) {
        model.addAttribute("keys", actor.isAnonymous() ? List.of() : keys.of(actor));
        model.addAttribute(
                "example",
                shelf.search(Shelf.Query.of("", 1)).datasets().stream()
                        .findFirst()
                        .orElse(null));
        return "opendata/developers";
    }

    /** The key stands on the answer to this form and nowhere else, ever. */
    @PostMapping("/developers/keys")
    @Permitted(Permitted.SIGNED_IN)
    String issue(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String purpose,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("issued", keys.issue(actor, title, purpose));
            response.setHeader("Cache-Control", "no-store");
            return developers(actor, model);
        } catch (Fault fault) {
            model.addAttribute("title", title);
            model.addAttribute("purpose", purpose);
            return again(fault, model, response, () -> developers(actor, model));
        }
    }

    @PostMapping("/developers/keys/{id}/end")
    @Permitted(Permitted.SIGNED_IN)
    String end(@PathVariable UUID id, Actor actor) {
        keys.end(actor, id);
        return "redirect:/open/developers";
    }
}
