package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.MaskedPerson;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What another system learns of a person, scope by scope (身份声明); never the id number. */
@Component
final class PersonClaims {
    private static final String LEVEL = "urn:jiyuan:level:";

    private final Parties parties;
    private final ActorDirectory directory;
    private final OpenidSessionStore sessions;
    private final PersonalCipher cipher;
    private final Clock clock;

    PersonClaims(Parties parties, ActorDirectory directory, JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.sessions = new OpenidSessionStore(jdbc);
        this.parties = parties;
        this.directory = directory;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The number by which one client, and only it, knows this person. */
    String subject(UUID clientId, UUID personId) {
        byte[] digest = cipher.blind("identity.openid.subject", clientId + " " + personId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 24));
    }

    static List<String> levels() {
        return List.of(LEVEL + 1, LEVEL + 2, LEVEL + 3, LEVEL + 4);
    }

    String level(SignedIn signedIn) {
        return LEVEL + directory.actor(signedIn).realLevel();
    }

    /** The least level that is asked for, if it is not reached; words of others are not ours to judge. */
    OptionalInt missing(SignedIn signedIn, String asked) {
        int reached = directory.actor(signedIn).realLevel();
        OptionalInt least = Arrays.stream(asked.split(" ", -1))
                .filter(levels()::contains)
                .mapToInt(level -> level.charAt(level.length() - 1) - '0')
                .min();
        return least.isPresent() && least.getAsInt() > reached ? least : OptionalInt.empty();
    }

    /** How somebody logged in, in words of RFC 8176. */
    private static List<String> methods(Means means) {
        return switch (means) {
            case PASSWORD -> List.of("pwd");
            case CODE, RECOVERY -> List.of("pwd", "otp", "mfa");
            case PASSKEY -> List.of("pop", "user");
            case REGISTRATION -> List.of("pwd", "sms");
        };
    }

    /** About the login itself, in every answer. */
    Map<String, Object> login(SignedIn signedIn, UUID sid) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("auth_time", signedIn.at().getEpochSecond());
        claims.put("acr", level(signedIn));
        claims.put("amr", methods(sessions.means(sid)));
        return claims;
    }

    /** About the person, as far as the scopes go. */
    Map<String, Object> person(UUID clientId, SignedIn signedIn, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        Person person = parties.person(signedIn.personId()).orElse(null);
        if (person == null) {
            return claims;
        }
        claims.put("name", scopes.contains(Scope.PROFILE.id()) ? person.name() : masked(person));
        if (scopes.contains(Scope.PHONE.id()) && person.phone() != null) {
            claims.put("phone_number", "+86" + person.phone());
            claims.put("phone_number_verified", true);
        }
        if (scopes.contains(Scope.LEVEL.id())) {
            claims.put("real_level", directory.actor(signedIn).realLevel());
        }
        Actor actor = directory.actor(signedIn);
        if (scopes.contains(Scope.ORG.id()) && actor.isOfficial()) {
            claims.put("org", org(actor, signedIn));
        }
        if (scopes.contains(Scope.ACTING.id()) && !actor.isAnonymous()) {
            claims.put("acting", acting(clientId, actor));
        }
        return claims;
    }

    private String masked(Person person) {
        return parties.masked(person.id()).map(MaskedPerson::name).orElse("*");
    }

    private Map<String, Object> org(Actor actor, SignedIn signedIn) {
        Map<String, Object> org = new LinkedHashMap<>();
        org.put("unit_id", String.valueOf(actor.unitId()));
        org.put("unit", String.valueOf(actor.unitName()));
        parties.posts(signedIn.personId(), LocalDate.now(clock)).stream()
                .filter(post -> post.id().equals(signedIn.capacity().subjectId()))
                .findFirst()
                .ifPresent(post -> org.put("post", post.title()));
        return org;
    }

    private Map<String, Object> acting(UUID clientId, Actor actor) {
        Map<String, Object> acting = new LinkedHashMap<>();
        acting.put("as", actor.actingAs().name());
        if (actor.actingAs() == ActingAs.ENTERPRISE) {
            acting.put("name", actor.principalName());
            parties.legalEntity(actor.principalId()).map(LegalEntity::uscc).ifPresent(uscc -> acting.put("uscc", uscc));
        } else if (actor.actingAs() == ActingAs.OTHER) {
            acting.put("name", actor.principalName());
            acting.put("sub", subject(clientId, actor.principalId()));
        }
        return acting;
    }
}
