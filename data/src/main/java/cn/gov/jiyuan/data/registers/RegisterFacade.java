package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.Registers;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registers for other systems. */
@Component
@Transactional(readOnly = true)
class RegisterFacade implements Registers {
    private final Persons persons;
    private final Legals legals;
    private final PersonStore store;
    private final SubjectStore subjects;

    RegisterFacade(Persons persons, Legals legals, PersonStore store, SubjectStore subjects) {
        this.persons = persons;
        this.legals = legals;
        this.store = store;
        this.subjects = subjects;
    }

    @Override
    public Optional<UUID> person(CitizenId number) {
        return persons.byNumber(number);
    }

    @Override
    public Optional<UUID> legal(Uscc code) {
        return legals.byCode(code);
    }

    @Override
    public UUID standing(UUID subject) {
        return subjects.root(subject);
    }

    @Override
    public boolean isAlive(UUID person, LocalDate on) {
        return store.current(subjects.root(person))
                .map(version -> version.facts().diedOn())
                .map(died -> died.isAfter(on))
                .orElse(true);
    }
}
