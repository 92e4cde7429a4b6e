package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.portal.ContentPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person sees when another system lets him log in here: consent, the way back, and his consents (我的授权). */
@Controller
class OpenidPages {
    static final String REFUSED = "/openid/refused";
    static final String REFUSAL = IdentityError.class.getName();
    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);
    private static final int MOST = 100;

    private final ClientStore clients;
    private final Grants grants;
    private final Consents consents;
    private final Units units;

    record Line(UUID clientId, String name, String unit, List<Scope> scopes, java.time.Instant at) {}

    record Asked(Scope scope, boolean agreed) {}

    OpenidPages(JdbcClient jdbc, Grants grants, Consents consents, Units units) {
        this.clients = new ClientStore(jdbc);
        this.grants = grants;
        this.consents = consents;
        this.units = units;
    }

    @GetMapping("/openid/consent")
    @Permitted(Permitted.SIGNED_IN)
    String consent(@RequestParam(defaultValue = "") String state, Model model, HttpServletResponse response) {
        SignedIn signedIn = SessionActor.require();
        OAuth2Authorization grant = grants.findByToken(state, STATE);
        if (grant == null || !grant.getPrincipalName().equals(signedIn.getName())) {
            throw new Fault(IdentityError.REQUEST_REFUSED);
        }
        Client client = clients.byId(UUID.fromString(grant.getRegisteredClientId()))
                .orElseThrow(() -> new Fault(IdentityError.CLIENT_UNKNOWN));
        Set<String> agreed = consents.scopes(client.id(), signedIn.personId());
        model.addAttribute("client", client);
        model.addAttribute("unit", unit(client.particulars().unitId()));
        model.addAttribute("state", state);
        model.addAttribute(
                "asked",
                Grants.request(grant).getScopes().stream()
                        .flatMap(id -> Scope.of(id).stream())
                        .sorted()
                        .map(scope -> new Asked(scope, scope == Scope.OPENID || agreed.contains(scope.id())))
                        .toList());
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.leadingTo(List.of(Grants.redirectUri(grant))));
        return "identity/consent";
    }

    @GetMapping(Detour.ONWARD)
    @Permitted(Permitted.SIGNED_IN)
    String onward(HttpServletRequest request, Model model) {
        model.addAttribute("address", "/oauth2/authorize?" + request.getQueryString());
        return "identity/onward";
    }

    @RequestMapping(REFUSED)
    @Permitted(Permitted.PUBLIC)
    String refused(HttpServletRequest request) {
        throw new Fault(
                request.getAttribute(REFUSAL) instanceof IdentityError error ? error : IdentityError.REQUEST_REFUSED);
    }

    @GetMapping("/my/consents")
    @Permitted(Permitted.SIGNED_IN)
    String consents(Model model, HttpServletResponse response) {
        List<Client> taking = clients.takingTickets(MOST);
        model.addAttribute(
                "consents",
                consents.of(SessionActor.require().personId()).stream()
                        .map(given -> new Line(
                                given.clientId(), given.clientName(), unit(given.unitId()), given.scopes(), given.at()))
                        .toList());
        model.addAttribute("clients", taking);
        List<String> addresses =
                taking.stream().map(client -> client.particulars().ticketUri()).toList();
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.leadingTo(addresses));
        return "identity/consents";
    }

    @PostMapping("/my/consents/withdraw")
    @Permitted(Permitted.SIGNED_IN)
    String withdraw(@RequestParam UUID client, Actor actor) {
        consents.withdraw(actor, SessionActor.require().personId(), client);
        return "redirect:/my/consents";
    }

    private String unit(UUID unitId) {
        return units.find(unitId).map(Unit::name).orElse("");
    }
}
