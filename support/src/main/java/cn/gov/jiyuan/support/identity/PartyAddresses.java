package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.messages.Addresses;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where a party is reached; a legal entity through its representative, a code through the telephone to be proved. No mail
 * addresses are registered yet.
 */
@Component
final class PartyAddresses implements Addresses {
    private final Parties parties;
    private final ObjectProvider<Challenges> challenges;

    PartyAddresses(Parties parties, ObjectProvider<Challenges> challenges) {
        this.parties = parties;
        this.challenges = challenges;
    }

    @Override
    public Optional<String> mail(UUID party) {
        return Optional.empty();
    }

    @Override
    public Optional<String> phone(UUID party) {
        return parties.person(party)
                .or(() -> parties.legalEntity(party)
                        .map(LegalEntity::legalRepresentativeId)
                        .flatMap(parties::person))
                .map(Person::phone)
                .or(() -> challenges.getObject().phone(party));
    }
}
