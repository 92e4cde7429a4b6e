package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The rules by which the rows of one list are judged, for whoever hands it in. */
@Component
final class RowRules {
    private final StandingStore catalogue;
    private final Units units;
    private final Access access;
    private final Clock clock;

    RowRules(StandingStore catalogue, Units units, Access access, Clock clock) {
        this.catalogue = catalogue;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** @param known whether an item with the code is there already */
    ImportRules of(Actor actor, String permission, Predicate<String> known) {
        Map<String, Optional<StandingStore.Entry>> entries = new HashMap<>();
        return new ImportRules(
                units.offices(),
                code -> entries.computeIfAbsent(code, catalogue::entry),
                known,
                access.rows(actor, permission),
                LocalDate.now(clock));
    }
}
