package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.messages.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the portal shows: who is here, how he reads, where he can go. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {
    private final List<Navigation.Entry> navigation;
    private final Access access;
    private final Messages messages;

    PageModel(List<Navigation> contributions, Access access, Messages messages) {
        this.navigation = contributions.stream()
                .sorted(Comparator.comparingInt(Navigation::order))
                .flatMap(contribution -> contribution.entries().stream())
                .toList();
        this.access = access;
        this.messages = messages;
    }

    @ModelAttribute
    void fill(Model model, Actor actor, HttpServletRequest request) {
        model.addAllAttributes(attributes(actor, request));
    }

    /** For pages that no handler method makes, such as those of errors. */
    Map<String, Object> attributes(Actor actor, HttpServletRequest request) {
        return attributes(actor, request, actor.isAnonymous() ? 0L : messages.unread(Messages.recipient(actor)));
    }

    /** For a page that must not ask the database for anything: with the visitor only if he is known already. */
    Map<String, Object> attributesAtHand(HttpServletRequest request) {
        return attributes(
                request.getAttribute(Actor.class.getName()) instanceof Actor known ? known : Actor.ANONYMOUS,
                request,
                0L);
    }

    private Map<String, Object> attributes(Actor actor, HttpServletRequest request, long unread) {
        String query = request.getQueryString();
        return Map.of(
                "actor",
                actor,
                "official",
                actor.isOfficial() && access.may(actor, "workbench.use"),
                "unread",
                unread,
                "reading",
                ReadingMode.of(request),
                "navigation",
                navigation,
                "path",
                request.getRequestURI(),
                "here",
                SentForm.target(request) + (query == null ? "" : "?" + query));
    }
}
