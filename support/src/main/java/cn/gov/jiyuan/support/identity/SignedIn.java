package cn.gov.jiyuan.support.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What the session remembers of somebody who logged in; roles and names are looked up afresh. */
record SignedIn(UUID personId, Capacity capacity, Instant at) implements AuthenticatedPrincipal, Serializable {
    @Override
    public String getName() {
        return personId.toString();
    }

    SignedIn as(Capacity other) {
        return new SignedIn(personId, other, at);
    }
}
