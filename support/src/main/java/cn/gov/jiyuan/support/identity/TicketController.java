package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives tickets to who is logged in, and exchanges them for a registered system (票据换发). */
@Controller
class TicketController {
    static final String EXCHANGE = "/api/open/tickets";

    private final Tickets tickets;
    private final RegisteredClients clients;
    private final ClientSecrets secrets;
    private final ClientEvents events;
    private final Texts texts;
    private final AuthorizationServerSettings settings;

    TicketController(
            Tickets tickets,
            RegisteredClients clients,
            ClientSecrets secrets,
            ClientEvents events,
            Texts texts,
            AuthorizationServerSettings settings) {
        this.tickets = tickets;
        this.clients = clients;
        this.secrets = secrets;
        this.events = events;
        this.texts = texts;
        this.settings = settings;
    }

    @PostMapping("/api/session/tickets")
    @Permitted(Permitted.SIGNED_IN)
    @ResponseBody
    Tickets.Issued issue(@RequestParam String client, Actor actor, HttpServletRequest request) {
        String session = request.getSession().getId();
        return tickets.issue(actor, SessionActor.require(), session, issuer(), client);
    }

    /** The same from a page: takes the ticket there at once. */
    @PostMapping("/openid/enter")
    @Permitted(Permitted.SIGNED_IN)
    String enter(@RequestParam String client, Actor actor, HttpServletRequest request) {
        Tickets.Issued issued = issue(client, actor, request);
        return "redirect:"
                + UriComponentsBuilder.fromUriString(issued.address())
                        .queryParam("ticket", issued.ticket())
                        .build(true)
                        .toUriString();
    }

    @PostMapping(EXCHANGE)
    @Permitted(Permitted.PUBLIC)
    @ResponseBody
    ResponseEntity<Object> exchange(@RequestParam(defaultValue = "") String ticket, HttpServletRequest request) {
        Credentials credentials = Credentials.of(request);
        Optional<Client> client = clients.active(credentials.clientId())
                .filter(each -> each.isConfidential() && secrets.matches(credentials.secret(), each.secretDigest()));
        if (client.isEmpty()) {
            events.refused(ClientEvent.CLIENT_REFUSED, credentials.clientId(), EXCHANGE, request.getRemoteAddr());
            return refused(IdentityError.CLIENT_UNKNOWN);
        }
        Optional<Map<String, Object>> answer = tickets.exchange(client.get(), ticket, request.getRemoteAddr());
        return answer.<ResponseEntity<Object>>map(claims ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(claims))
                .orElseGet(() -> refused(IdentityError.TICKET_REFUSED));
    }

    private ResponseEntity<Object> refused(IdentityError error) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, texts.of(error.code(), List.of()));
        problem.setProperty("code", error.code());
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String issuer() {
        String set = settings.getIssuer();
        return set == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : set;
    }
}
