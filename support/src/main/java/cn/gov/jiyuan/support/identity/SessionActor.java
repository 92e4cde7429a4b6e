package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.AccessError;
import cn.gov.jiyuan.platform.access.ActorSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the policy who is behind the session of a request. */
@Component
final class SessionActor implements ActorSource {
    private final ActorDirectory directory;

    SessionActor(ActorDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Actor actorOf(HttpServletRequest request) {
        return signedIn().map(directory::actor).orElse(Actor.ANONYMOUS);
    }

    static SignedIn require() {
        return signedIn().orElseThrow(() -> new Fault(AccessError.SIGN_IN, "登录"));
    }

    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}
