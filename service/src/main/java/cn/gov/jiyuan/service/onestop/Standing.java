package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.identity.Authority;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.RemediableFault;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In whose name somebody handles an application (以谁的名义). What was begun in one capacity never goes on in another by
 * accident, such as from a second window, and the power to act for somebody is judged anew at each step.
 */
@Component
class Standing {
    private final Authority authority;
    private final Parties parties;

    Standing(Authority authority, Parties parties) {
        this.authority = authority;
        this.parties = parties;
    }

    /**
     * An application or a matter.
     *
     * @param agentId who began it for the applicant; null if he did himself
     * @param page where one goes on with it
     */
    record Subject(
            UUID applicantId, boolean enterprise, @Nullable UUID agentId, String page) {}

    /** @throws Fault {@code onestop.unknown} to strangers, {@code onestop.other-capacity}, and those of {@link Authority} */
    Authority.Power require(Actor actor, Subject subject, ItemGuide guide) {
        return require(
                actor, subject, errand(subject, guide, guide.content().basics().type() == ItemType.LICENCE));
    }

    /** The same for what was submitted long ago: it asks for nothing new. */
    Authority.Power requireOngoing(Actor actor, Subject subject, ItemGuide guide) {
        return require(actor, subject, errand(subject, guide, false));
    }

    private Authority.Power require(Actor actor, Subject subject, Authority.Errand errand) {
        if (subject.applicantId().equals(actor.principalId())) {
            return authority.require(actor, errand);
        }
        boolean his =
                actor.personId().equals(subject.agentId()) || actor.personId().equals(subject.applicantId());
        if (!his) {
            throw new Fault(OnestopError.UNKNOWN);
        }
        authority.require(actor, errand);
        throw new RemediableFault(
                "/identity/capacity?next=" + subject.page() + "&want=" + subject.applicantId(),
                "切换身份，接着办",
                OnestopError.OTHER_CAPACITY,
                name(subject),
                actor.principalName());
    }

    private static Authority.Errand errand(Subject subject, ItemGuide guide, boolean licence) {
        return new Authority.Errand(subject.applicantId(), subject.enterprise(), guide.code(), guide.name(), licence);
    }

    Authority.Scope scope(Actor actor) {
        return authority.scope(actor);
    }

    private String name(Subject subject) {
        return subject.enterprise()
                ? parties.legalEntity(subject.applicantId())
                        .map(LegalEntity::name)
                        .orElse("")
                : parties.person(subject.applicantId()).map(Person::name).orElse("");
    }

    /** “监护人” and the like for a matter's agent, by what its data say. */
    static String agentLabel(@Nullable Object relation) {
        return switch (String.valueOf(relation)) {
            case "GUARDIAN" -> "监护人（代办）";
            case "ENTRUSTED" -> "代理人（受托）";
            case "HANDLER" -> "经办人";
            case "LEGAL_REPRESENTATIVE" -> "经办人（法定代表人）";
            default -> "经办人（代理人）";
        };
    }
}
