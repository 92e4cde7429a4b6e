package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.code.MobileNumber;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.records.Mask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of a person and of a legal entity show; personal values are masked. */
@Component
@Transactional(readOnly = true)
class SubjectPages {
    private final Persons persons;
    private final PersonStore personStore;
    private final Legals legals;
    private final LegalStore legalStore;
    private final SubjectStore subjects;
    private final StopStore stops;
    private final AddressStore addresses;
    private final Units units;
    private final Clock clock;

    SubjectPages(
            Persons persons,
            PersonStore personStore,
            Legals legals,
            LegalStore legalStore,
            SubjectStore subjects,
            StopStore stops,
            AddressStore addresses,
            Units units,
            Clock clock) {
        this.persons = persons;
        this.personStore = personStore;
        this.legals = legals;
        this.legalStore = legalStore;
        this.subjects = subjects;
        this.stops = stops;
        this.addresses = addresses;
        this.units = units;
        this.clock = clock;
    }

    /** @param source name of the department it was taken from @param conflict departments disagree about it */
    record Item(String field, String title, String value, String source, boolean conflict) {}

    /** What a field was before and is from then on; of a person masked. */
    record Difference(String title, String before, String after) {}

    /** @param changed names of what changed with this version @param changes the same with both values */
    record Era(
            int version,
            LocalDate from,
            @Nullable LocalDate to,
            List<String> changed,
            List<Difference> changes,
            String reason,
            String by,
            Instant at) {}

    record Benefit(String kind, String unit, LocalDate since) {}

    /**
     * A person on a day.
     *
     * @param id the id that stands today @param on the day asked about
     */
    record PersonPage(
            UUID id,
            String label,
            LocalDate on,
            int version,
            LocalDate from,
            @Nullable LocalDate to,
            boolean alive,
            List<Item> items,
            List<SubjectStore.Identifier> identifiers,
            List<Era> eras,
            List<SubjectStore.Mapping> mappings,
            List<Benefit> benefits) {}

    record LegalPage(
            UUID id,
            String label,
            LocalDate on,
            int version,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String representativeId,
            List<Item> items,
            List<SubjectStore.Identifier> identifiers,
            List<Era> eras,
            List<SubjectStore.Mapping> mappings) {}

    PersonPage person(UUID asked, @Nullable LocalDate day) {
        LocalDate on = day == null ? LocalDate.now(clock) : day;
        UUID root = subjects.root(asked);
        PersonVersion version = day == null ? persons.current(root) : persons.asOf(root, on);
        List<UUID> family = subjects.family(root);
        List<Item> items = new ArrayList<>();
        for (String field : PersonFacts.FIELDS) {
            String value = masked(field, version.facts().get(field));
            items.add(new Item(
                    field,
                    FieldSources.title(field),
                    value,
                    department(version.sources().getOrDefault(field, "")),
                    version.conflicts().contains(field)));
        }
        UUID address = version.facts().addrId();
        if (address != null) {
            addresses
                    .find(address)
                    .ifPresent(
                            row -> items.add(new Item("addrId", "标准地址", Mask.ADDRESS.of(row.standard()), "", false)));
        }
        LocalDate died = version.facts().diedOn();
        return new PersonPage(
                root,
                RegisterColumns.maskedName(version.facts().name()),
                on,
                version.version(),
                version.from(),
                version.to(),
                died == null || died.isAfter(on),
                items,
                subjects.identifiers(family),
                eras(personStore.versions(root)),
                subjects.mappings(family),
                stops.open(family).stream()
                        .map(one ->
                                new Benefit(one.kind(), units.get(one.unitId()).shortName(), one.since()))
                        .toList());
    }

    private static String masked(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return switch (field) {
            case "name" -> RegisterColumns.maskedName(value);
            case "idNumber" -> RegisterColumns.maskedNumber(value);
            case "birth" -> value.substring(0, 4) + "-**-**";
            case "phone" -> MobileNumber.parse(value).masked();
            case "address" -> Mask.ADDRESS.of(value);
            case "gender" -> value.equals("1") ? "男" : value.equals("2") ? "女" : value;
            case "marital" ->
                switch (value.substring(0, 1)) {
                    case "1" -> "未婚";
                    case "2" -> "已婚";
                    case "3" -> "丧偶";
                    case "4" -> "离婚";
                    default -> value;
                };
            default -> value;
        };
    }

    private static List<Era> eras(List<PersonVersion> versions) {
        List<Era> eras = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            PersonVersion one = versions.get(i);
            PersonFacts before = i + 1 < versions.size() ? versions.get(i + 1).facts() : one.facts();
            List<Difference> changes = one.facts().differences(before).stream()
                    .map(field -> new Difference(
                            FieldSources.title(field),
                            masked(field, before.get(field)),
                            masked(field, one.facts().get(field))))
                    .toList();
            eras.add(era(
                    one.version(), one.from(), one.to(), changes, one.reason(), one.recordedBy(), one.recordedAt()));
        }
        return eras;
    }

    LegalPage legal(UUID asked, @Nullable LocalDate day) {
        LocalDate on = day == null ? LocalDate.now(clock) : day;
        UUID root = subjects.root(asked);
        LegalVersion version = day == null ? legals.current(root) : legals.asOf(root, on);
        List<UUID> family = subjects.family(root);
        List<Item> items = LegalFacts.FIELDS.stream()
                .filter(field -> !field.endsWith("Id"))
                .map(field -> new Item(
                        field,
                        LegalFacts.title(field),
                        version.facts().get(field),
                        department(version.sources().getOrDefault(field, "")),
                        version.conflicts().contains(field)))
                .toList();
        String representative = version.facts().get("representativeId");
        return new LegalPage(
                root,
                version.facts().get("name"),
                on,
                version.version(),
                version.from(),
                version.to(),
                representative.isEmpty() ? null : representative,
                items,
                subjects.identifiers(family),
                legalEras(legalStore.versions(root)),
                subjects.mappings(family));
    }

    private static List<Era> legalEras(List<LegalVersion> versions) {
        List<Era> eras = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            LegalVersion one = versions.get(i);
            LegalFacts before = i + 1 < versions.size() ? versions.get(i + 1).facts() : one.facts();
            List<Difference> changes = one.facts().differences(before).stream()
                    .filter(field -> !field.endsWith("Id"))
                    .map(field -> new Difference(
                            LegalFacts.title(field),
                            before.get(field),
                            one.facts().get(field)))
                    .toList();
            eras.add(era(
                    one.version(), one.from(), one.to(), changes, one.reason(), one.recordedBy(), one.recordedAt()));
        }
        return eras;
    }

    private static Era era(
            int version,
            LocalDate from,
            @Nullable LocalDate to,
            List<Difference> changes,
            String reason,
            String by,
            Instant at) {
        return new Era(
                version, from, to, changes.stream().map(Difference::title).toList(), changes, reason, by, at);
    }

    private String department(String code) {
        return code.isEmpty()
                ? ""
                : units.byCode(code).map(Unit::shortName).orElse(code.equals("platform") ? "本平台" : code);
    }
}
