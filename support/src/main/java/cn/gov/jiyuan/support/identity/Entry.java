package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.portal.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows when it is proved who comes: the session, the capacity of before, and the page that he wanted. */
@Component
final class Entry {
    private static final String STEP = "identity.step";
    private static final Duration STEP_HOLDS = Duration.ofMinutes(10);

    private final SignIn signIn;
    private final Sessions sessions;
    private final ActorDirectory directory;
    private final Clock clock;

    Entry(SignIn signIn, Sessions sessions, ActorDirectory directory, Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Somebody whose password was right and who owes a code; kept in his session, not in the address. */
    record Step(UUID personId, String next, Instant at) implements Serializable {}

    /** @return the page that asks for the code */
    String askForCode(UUID personId, String next, HttpServletRequest request) {
        sessions.end(request, SessionEnd.Reason.REPLACED);
        request.getSession().setAttribute(STEP, new Step(personId, next, clock.instant()));
        return "/login/code";
    }

    /** @throws Fault {@code identity.step-over} */
    Step step(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(STEP) instanceof Step step
                && step.at().plus(STEP_HOLDS).isAfter(clock.instant())) {
            return step;
        }
        throw new Fault(IdentityError.STEP_OVER);
    }

    /** @return where to go on */
    String enter(UUID personId, Means means, String next, HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn = inTheCapacityOfBefore(signIn.succeed(personId, means), request);
        sessions.begin(signedIn, means, request, response);
        boolean official = directory.actor(signedIn).isOfficial();
        boolean open = next.isBlank() || (official && next.equals("/my"));
        return LocalPath.orHome(open ? (official ? "/workbench/" : "/my") : next);
    }

    private SignedIn inTheCapacityOfBefore(SignedIn signedIn, HttpServletRequest request) {
        String before = Sessions.remembered(request, signedIn.personId());
        return directory.options(signedIn).stream()
                .map(CapacityOption::capacity)
                .filter(option -> option.token().equals(before))
                .findFirst()
                .map(signedIn::as)
                .orElse(signedIn);
    }
}
