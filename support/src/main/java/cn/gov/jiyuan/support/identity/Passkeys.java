package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.messages.Messages;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (通行密钥, WebAuthn): keys of a device that sign in without a password. They stand for both steps, and so the
 * device must have verified its user.
 */
@Service
class Passkeys {
    private static final int MOST = 10;
    private static final String LOCAL = "localhost";

    private final PasskeyStore store;
    private final PasskeyOwnerStore owners;
    private final IdentitySettings settings;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, IdentitySettings settings, Messages messages, Audit audit, Clock clock) {
        this.store = new PasskeyStore(jdbc);
        this.owners = new PasskeyOwnerStore(jdbc);
        this.settings = settings;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    record Line(UUID id, String name, String made, String used) {}

    List<Line> of(UUID personId) {
        return store.of(personId).stream()
                .map(key -> new Line(
                        key.id(),
                        key.name(),
                        DateText.full(key.madeAt().atZone(clock.getZone()).toLocalDate()),
                        DateText.full(key.lastUsedAt().atZone(clock.getZone()))))
                .toList();
    }

    /** The site for which passkeys are made: the one in the settings, or this machine while developing. */
    Optional<URI> site(URI requested) {
        URI origin = settings.origin();
        return origin != null ? Optional.of(origin) : Optional.of(requested).filter(uri -> LOCAL.equals(uri.getHost()));
    }

    private WebAuthnRelyingPartyOperations party(URI requested) {
        URI site = site(requested).orElseThrow(() -> new Fault(IdentityError.PASSKEY));
        PublicKeyCredentialRpEntity entity = PublicKeyCredentialRpEntity.builder()
                .id(site.getHost())
                .name("济源政务服务网")
                .build();
        String origin = site.getScheme() + "://" + site.getHost() + (site.getPort() < 0 ? "" : ":" + site.getPort());
        Webauthn4JRelyingPartyOperations party =
                new Webauthn4JRelyingPartyOperations(owners, store, entity, Set.of(origin));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }

    @Transactional
    public PublicKeyCredentialCreationOptions prepare(Authentication owner, URI requested) {
        if (of(UUID.fromString(owner.getName())).size() >= MOST) {
            throw new Fault(IdentityError.PASSKEYS_FULL, MOST);
        }
        return party(requested)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    @Transactional
    public void register(
            Actor actor, PublicKeyCredentialCreationOptions asked, RelyingPartyPublicKey given, URI requested) {
        try {
            party(requested).registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked, given));
        } catch (RuntimeException e) {
            throw new Fault(IdentityError.PASSKEY);
        }
        record(actor, "identity.passkey.added", "登记通行密钥 " + given.getLabel());
        messages.send(actor.personId(), "identity.passkey-added", List.of(given.getLabel()), "/identity/account");
    }

    PublicKeyCredentialRequestOptions ask(URI requested) {
        return party(requested)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** @return the owner of the key that answered */
    @Transactional
    public UUID recognise(
            PublicKeyCredentialRequestOptions asked,
            PublicKeyCredential<AuthenticatorAssertionResponse> given,
            URI requested) {
        try {
            PublicKeyCredentialUserEntity owner =
                    party(requested).authenticate(new RelyingPartyAuthenticationRequest(asked, given));
            return owners.person(owner.getId()).orElseThrow();
        } catch (RuntimeException e) {
            throw new Fault(IdentityError.PASSKEY);
        }
    }

    @Transactional
    public void rename(Actor actor, UUID id, String name) {
        if (!name.isBlank() && store.rename(actor.personId(), id, named(name))) {
            record(actor, "identity.passkey.renamed", "更改通行密钥名称");
        }
    }

    @Transactional
    public void remove(Actor actor, UUID id) {
        String name = of(actor.personId()).stream()
                .filter(key -> key.id().equals(id))
                .map(Line::name)
                .findFirst()
                .orElse("");
        if (store.remove(actor.personId(), id)) {
            record(actor, "identity.passkey.removed", "删除通行密钥 " + name);
            messages.send(actor.personId(), "identity.passkey-removed", List.of(name), "/identity/account");
        }
    }

    static String named(String name) {
        String kept = name.strip();
        return kept.isEmpty() ? "通行密钥" : kept.substring(0, Math.min(kept.length(), 30));
    }

    private void record(Actor actor, String action, String summary) {
        audit.record(actor, new AuditEvent(action, "account", actor.personId().toString(), summary, Map.of()));
    }
}
