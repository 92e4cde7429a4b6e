package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CodeCheck;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Firms and who acts for them (企业账号). A registered legal representative need not bind anything; anybody else names the
 * firm as its business licence does and is confirmed by the legal representative.
 */
@Service
class Enterprises {
    private final Parties parties;
    private final Delegations delegations;
    private final Clock clock;

    Enterprises(Parties parties, Delegations delegations, Clock clock) {
        this.parties = parties;
        this.delegations = delegations;
        this.clock = clock;
    }

    List<LegalEntity> represented(Actor actor) {
        return parties.represented(actor.personId());
    }

    /** What came of naming a firm: bound by the register, or asked for. */
    record Named(LegalEntity entity, boolean bound) {}

    /** @param id made with the form, so that sending it twice makes one request */
    Named name(Actor actor, UUID id, String uscc, String name, LocalDate to) {
        if (actor.actingAs() == ActingAs.OTHER) {
            throw new Fault(IdentityError.PRIVATE_ONLY);
        }
        CodeCheck code = Uscc.check(uscc.strip());
        if (!code.valid()) {
            throw Fault.at("/uscc", IdentityError.USCC, code.reason());
        }
        LegalEntity entity = parties.legalEntityByUscc(Uscc.parse(code.normalised()))
                .filter(found -> same(found.name(), name))
                .orElseThrow(() -> Fault.at("/uscc", IdentityError.NO_ENTITY));
        if (entity.state() == LegalEntity.State.CANCELLED) {
            throw Fault.at("/uscc", IdentityError.ENTITY_CANCELLED, entity.name());
        }
        if (actor.personId().equals(entity.legalRepresentativeId())) {
            return new Named(entity, true);
        }
        if (to.isBefore(LocalDate.now(clock))) {
            throw Fault.at("/to", IdentityError.TO_BEFORE_FROM);
        }
        delegations.request(actor, id, entity, to);
        return new Named(entity, false);
    }

    /** Brackets are typed in either width, blanks anywhere. */
    private static boolean same(String registered, String typed) {
        return plain(registered).equals(plain(typed));
    }

    private static String plain(String name) {
        return name.replaceAll("\\s", "").replace('(', '（').replace(')', '）');
    }
}
