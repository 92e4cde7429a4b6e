package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.CodeCheck;
import cn.gov.jiyuan.kernel.code.MobileNumber;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds another person by name, id number and telephone together. Nobody is ever listed, and one answer stands for all
 * that does not fit, so that nothing can be learned by guessing; guesses are counted.
 */
@Component
final class PeopleFinder {
    private final Parties parties;
    private final DelegationStore store;
    private final DelegationRules rules;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    PeopleFinder(
            Parties parties,
            JdbcClient jdbc,
            DelegationRules rules,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.parties = parties;
        this.store = new DelegationStore(jdbc);
        this.rules = rules;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Who somebody says he knows. */
    record Wanted(String name, String idNumber, String phone) {}

    Person find(Actor actor, Wanted wanted) {
        if (wanted.name().strip().length() < 2) {
            throw Fault.at("/name", IdentityError.NAME);
        }
        CitizenId id = idNumber(wanted.idNumber());
        CodeCheck phone = MobileNumber.check(wanted.phone().strip());
        if (!phone.valid()) {
            throw Fault.at("/phone", IdentityError.PHONE, phone.reason());
        }
        requireFewGuesses(actor);
        Optional<Person> found = parties.personByIdNumber(id)
                .flatMap(parties::person)
                .filter(person -> person.name().equals(wanted.name().strip()))
                .filter(person -> phone.normalised().equals(person.phone()))
                .filter(person -> parties.isAlive(person.id()));
        if (found.isEmpty()) {
            ownTransaction.executeWithoutResult(status -> store.failedLookup(actor.personId(), clock.instant()));
            throw Fault.at("/name", IdentityError.NOT_FOUND);
        }
        return found.get();
    }

    CitizenId idNumber(String typed) {
        LocalDate today = LocalDate.now(clock);
        CodeCheck id = CitizenId.check(typed.strip(), today);
        if (!id.valid()) {
            throw Fault.at("/idNumber", IdentityError.ID_NUMBER, id.reason());
        }
        return CitizenId.parse(id.normalised(), today);
    }

    private void requireFewGuesses(Actor actor) {
        if (store.failedLookups(actor.personId(), clock.instant().minus(Duration.ofDays(1))) >= rules.lookups()) {
            throw Fault.at("/name", IdentityError.LOOKED_UP_TOO_OFTEN, rules.lookups());
        }
    }
}
