package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ceremonies of passkeys, for the script of the pages. What was asked waits in the session, and counts once. */
@RestController
@RequestMapping(path = "/api/identity/passkeys", produces = MediaType.APPLICATION_JSON_VALUE)
class PasskeyApi {
    private static final String CREATION = "identity.passkey.creation";
    private static final String REQUEST = "identity.passkey.request";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Entry entry;

    PasskeyApi(Passkeys passkeys, SignIn signIn, Entry entry) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.entry = entry;
    }

    record Proof(String password) {}

    record NewKey(String name, JsonNode credential) {}

    record Assertion(String next, JsonNode credential) {}

    /** Needs the password: a stolen session must not be able to make itself at home. */
    @PostMapping("/creation")
    @Permitted(Permitted.SIGNED_IN)
    String creation(@RequestBody Proof proof, Actor actor, HttpServletRequest request) {
        signIn.confirm(actor.personId(), proof.password(), request.getRemoteAddr(), "/password");
        PublicKeyCredentialCreationOptions options = passkeys.prepare(
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()), site(request));
        request.getSession().setAttribute(CREATION, options);
        return JSON.writeValueAsString(options);
    }

    @PostMapping
    @Permitted(Permitted.SIGNED_IN)
    Map<String, String> register(@RequestBody NewKey key, Actor actor, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions asked = taken(request, CREATION, PublicKeyCredentialCreationOptions.class);
        PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                read(key.credential(), new TypeReference<>() {});
        passkeys.register(
                actor, asked, new RelyingPartyPublicKey(credential, Passkeys.named(key.name())), site(request));
        return Map.of("location", "/identity/account?done=passkey#passkeys");
    }

    @PostMapping("/request")
    @Permitted(Permitted.PUBLIC)
    String request(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = passkeys.ask(site(request));
        request.getSession().setAttribute(REQUEST, options);
        return JSON.writeValueAsString(options);
    }

    @PostMapping("/sign-in")
    @Permitted(Permitted.PUBLIC)
    Map<String, String> signIn(
            @RequestBody Assertion assertion, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions asked = taken(request, REQUEST, PublicKeyCredentialRequestOptions.class);
        PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                read(assertion.credential(), new TypeReference<>() {});
        UUID person = passkeys.recognise(asked, credential, site(request));
        signIn.requireUsable(person);
        return Map.of("location", entry.enter(person, Means.PASSKEY, assertion.next(), request, response));
    }

    private static <T> T taken(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(name);
        if (session == null || !type.isInstance(kept)) {
            throw new Fault(IdentityError.PASSKEY);
        }
        session.removeAttribute(name);
        return type.cast(kept);
    }

    private static <T> T read(JsonNode node, TypeReference<T> type) {
        try {
            return JSON.readValue(JSON.writeValueAsString(node), type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Fault(IdentityError.PASSKEY);
        }
    }

    static URI site(HttpServletRequest request) {
        return URI.create(request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
    }
}
