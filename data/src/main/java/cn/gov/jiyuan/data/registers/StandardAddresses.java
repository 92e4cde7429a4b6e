package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Standard addresses (标准地址): what people write is taken apart, compared level by level and led to one id. */
@Component
@Transactional
class StandardAddresses {
    private static final int SHOWN = 5;
    /** Two places are as likely: nobody decides for the person who asks. */
    private static final double CLEAR = 0.02;

    private final AddressStore store;
    private final Rules rules;
    private final Audit audit;
    private final Clock clock;

    StandardAddresses(AddressStore store, Rules rules, Audit audit, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param confidence 0 to 1 */
    record Candidate(UUID addrId, String standard, double confidence) {}

    /**
     * @param addrId the one that is meant; null if none is like enough or two are equally so
     * @param standard the text in the standard form
     */
    record Match(@Nullable UUID addrId, String standard, AddressText parts, List<Candidate> candidates) {}

    Match match(String written) {
        AddressText text = AddressText.of(written);
        List<Candidate> found = !text.usable()
                ? List.of()
                : store.candidates(text).stream()
                        .map(row -> new Candidate(
                                row.id(), row.standard(), Math.round(text.similarity(row.text()) * 1000) / 1000.0))
                        .filter(one -> one.confidence() >= 0.5)
                        .sorted(Comparator.comparingDouble(Candidate::confidence)
                                .reversed()
                                .thenComparing(Candidate::standard))
                        .limit(SHOWN)
                        .toList();
        return new Match(chosen(found), text.standard(), text, found);
    }

    private @Nullable UUID chosen(List<Candidate> found) {
        double enough = rules.decimal("registers.address.similarity", LocalDate.now(clock))
                .doubleValue();
        if (found.isEmpty() || found.getFirst().confidence() < enough) {
            return null;
        }
        boolean clear = found.size() == 1
                || found.getFirst().confidence() - found.get(1).confidence() >= CLEAR;
        return clear ? found.getFirst().addrId() : null;
    }

    /** The standard address that a text means, made if there is none yet. @throws Fault {@code registers.no-address} */
    Match register(Actor actor, String written) {
        store.lock();
        Match match = match(written);
        if (match.addrId() != null) {
            return match;
        }
        if (!match.parts().usable()) {
            throw Fault.at("/text", RegistersError.NO_ADDRESS);
        }
        UUID id = Ids.next();
        store.insert(id, match.parts(), clock.instant(), false);
        audit.record(
                actor,
                new AuditEvent(
                        "registers.address.add",
                        "registers.address",
                        id.toString(),
                        "登记标准地址“" + match.standard() + "”",
                        Map.of()));
        return match(written);
    }

    /** The standard address of somebody's dwelling, if it is known. */
    Optional<UUID> standing(String written) {
        return Optional.ofNullable(match(written).addrId());
    }

    Optional<AddressStore.Row> find(UUID id) {
        return store.find(id);
    }
}
