package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.instance.Instance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, for the workbench. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private final Access access;
    private final ActorDirectory directory;
    private final Sessions sessions;
    private final Instance instance;

    SessionController(Access access, ActorDirectory directory, Sessions sessions, Instance instance) {
        this.access = access;
        this.directory = directory;
        this.sessions = sessions;
        this.instance = instance;
    }

    record Who(
            UUID personId,
            String name,
            String actingAs,
            String actingAsLabel,
            @Nullable String unitName,
            String principalName) {}

    record Choice(String token, String label, String note, boolean chosen) {}

    /** Whose installation this is. */
    record Platform(String name, Instance.Level level) {}

    record View(Who actor, SortedSet<String> permissions, List<Choice> capacities, Platform platform) {}

    record Chosen(String token) {}

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    View show(Actor actor) {
        List<Choice> choices = directory.options(SessionActor.require()).stream()
                .map(option -> new Choice(option.capacity().token(), option.label(), option.note(), option.chosen()))
                .toList();
        Who who = new Who(
                actor.personId(),
                actor.name(),
                actor.actingAs().name(),
                actor.actingAs().label(),
                actor.unitName(),
                actor.principalName());
        return new View(
                who,
                new TreeSet<>(access.permissions(actor)),
                choices,
                new Platform(instance.name(), instance.level()));
    }

    @PostMapping("/capacity")
    @Permitted(Permitted.SIGNED_IN)
    void choose(@RequestBody Chosen chosen, HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn = SessionActor.require();
        Capacity capacity = directory.options(signedIn).stream()
                .map(CapacityOption::capacity)
                .filter(option -> option.token().equals(chosen.token()))
                .findFirst()
                .orElseThrow(() -> new Fault(IdentityError.CAPACITY));
        sessions.keep(signedIn.as(capacity), request, response);
    }
}
