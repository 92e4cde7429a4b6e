package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.licences.LicenceChanged;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Licences of the register: what is known and who told it, since when, and what one party holds. */
@RestController
@RequestMapping("/api/registers")
class LicencePages {
    private static final int HELD = 100;
    private final LicenceStore store;
    private final SubjectStore subjects;
    private final Units units;
    private final Clock clock;

    LicencePages(LicenceStore store, SubjectStore subjects, Units units, Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.units = units;
        this.clock = clock;
    }

    /** @param told how the entry of the feed tells it @param entry its number */
    record Era(
            int version,
            LocalDate from,
            @Nullable LocalDate to,
            List<SubjectPages.Difference> changes,
            String told,
            long entry,
            Instant at) {}

    /**
     * A licence.
     *
     * @param holderId the subject that stands for the holder today
     * @param state in words, as of today
     * @param source department that issued it
     */
    record LicencePage(
            UUID id,
            String label,
            String typeName,
            UUID holderId,
            String holderKind,
            String state,
            boolean holds,
            String source,
            List<SubjectPages.Item> items,
            List<Era> eras) {}

    /** A line of the list of what somebody holds. */
    record Held(UUID id, String typeName, String number, String unit, LocalDate endsOn, String state, boolean holds) {}

    @GetMapping("/licences/{id}")
    @Permitted("registers.licence.read")
    @Transactional(readOnly = true)
    public LicencePage licence(@PathVariable UUID id) {
        List<LicenceVersion> versions = store.versions(id);
        if (versions.isEmpty()) {
            throw new Fault(RegistersError.UNKNOWN_LICENCE);
        }
        LicenceVersion now = versions.getFirst();
        String unit = units.get(now.unitId()).shortName();
        return new LicencePage(
                id,
                now.number(),
                now.typeName(),
                subjects.root(now.holderId()),
                now.holderKind(),
                state(now).label(),
                state(now) == Licences.State.VALID,
                unit,
                LicenceVersion.TITLES.keySet().stream()
                        .map(field -> new SubjectPages.Item(
                                field, LicenceVersion.title(field), shown(now, field), unit, false))
                        .toList(),
                eras(versions));
    }

    @GetMapping("/holders/{id}/licences")
    @Permitted("registers.licence.read")
    @Transactional(readOnly = true)
    public List<Held> heldBy(@PathVariable UUID id) {
        return store.heldBy(subjects.family(subjects.root(id)), HELD).stream()
                .map(one -> new Held(
                        one.licenceId(),
                        one.typeName(),
                        one.number(),
                        units.get(one.unitId()).shortName(),
                        one.endsOn(),
                        state(one).label(),
                        state(one) == Licences.State.VALID))
                .toList();
    }

    /** A valid licence whose time is over has expired without anybody's doing. */
    private Licences.State state(LicenceVersion version) {
        Licences.State told = Licences.State.valueOf(version.state());
        boolean over = version.endsOn().isBefore(LocalDate.now(clock));
        return told == Licences.State.VALID && over ? Licences.State.EXPIRED : told;
    }

    private static String shown(LicenceVersion version, String field) {
        String value = version.get(field);
        return field.equals("state") ? Licences.State.valueOf(value).label() : value;
    }

    private static List<Era> eras(List<LicenceVersion> versions) {
        List<Era> eras = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            LicenceVersion one = versions.get(i);
            LicenceVersion before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            List<SubjectPages.Difference> changes = before == null
                    ? List.of()
                    : one.differences(before).stream()
                            .map(field -> new SubjectPages.Difference(
                                    LicenceVersion.title(field), shown(before, field), shown(one, field)))
                            .toList();
            eras.add(new Era(
                    one.version(), one.from(), one.to(), changes, told(one.topic()), one.entry(), one.recordedAt()));
        }
        return eras;
    }

    private static String told(String topic) {
        return switch (topic) {
            case LicenceChanged.ISSUED -> "签发";
            case LicenceChanged.RECORDED -> "存量登记";
            case LicenceChanged.ENDED -> "不再有效";
            default -> topic;
        };
    }
}
