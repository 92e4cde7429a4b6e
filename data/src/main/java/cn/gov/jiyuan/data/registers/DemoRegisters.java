package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registers of the demonstration: its citizens through the whole pipeline, its firms, addresses and benefits. */
@Component
final class DemoRegisters implements DemoSource {
    private static final int PERSONS = DemoPopulation.CITIZENS * 204 / 100;
    private static final int FIRMS = DemoPopulation.FIRMS * 243 / 100;
    private static final int PREMISES = 1_000;
    private static final String[] ROADS = {"黄河路", "济水大街", "沁园路", "宣化街", "文昌路", "天坛路", "愚公路", "学苑路", "济源大道", "北海大道"};

    private final DemoHub hub;
    private final JdbcTemplate jdbc;
    private final PersonStore persons;
    private final LegalStore legals;
    private final SubjectStore subjects;
    private final RegisterColumns columns;
    private final AddressStore addresses;
    private final StopStore stops;
    private final StopLists lists;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoRegisters(
            DemoHub hub,
            JdbcTemplate jdbc,
            PersonStore persons,
            LegalStore legals,
            SubjectStore subjects,
            RegisterColumns columns,
            AddressStore addresses,
            StopStore stops,
            StopLists lists,
            PlatformTransactionManager manager,
            Clock clock) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.persons = persons;
        this.legals = legals;
        this.subjects = subjects;
        this.columns = columns;
        this.addresses = addresses;
        this.stops = stops;
        this.lists = lists;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String title() {
        return "四大基础库";
    }

    @Override
    public void load(Progress progress) {
        transactions.executeWithoutResult(status -> clear());
        transactions.executeWithoutResult(status -> firms());
        hub.make(Ids.next(), Actor.SYSTEM, PERSONS, FIRMS, progress);
        progress.say("地址和待遇");
        transactions.executeWithoutResult(status -> {
            addresses();
            premises();
            benefits();
        });
    }

    private void clear() {
        for (String table : List.of("stop_entry", "entitlement", "address", "legal_version", "person_version")) {
            jdbc.update("delete from registers." + table + " where is_demo");
        }
        jdbc.update(
                "delete from registers.identifier i using registers.subject s where s.id = i.subject_id and s.is_demo");
        jdbc.update("delete from registers.subject where is_demo");
    }

    /** One in seven has had another representative before. */
    private void firms() {
        List<LegalVersion> versions = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        for (int n = 0; n < DemoPopulation.FIRMS; n++) {
            DemoPopulation.Firm firm = DemoPopulation.firm(n);
            subjects.insert(firm.id(), "LEGAL", clock.instant(), true);
            subjects.bear(
                    "USCC",
                    columns.blindIdentifier("USCC", firm.uscc().value()),
                    firm.id(),
                    firm.uscc().value(),
                    firm.registeredOn());
            LocalDate handed = firm.registeredOn().plusDays(900);
            boolean handedOver = n % 7 == 0 && handed.isBefore(today);
            if (handedOver) {
                DemoPopulation.Citizen before = DemoPopulation.citizen(n * 31 % DemoPopulation.CITIZENS);
                versions.add(version(firm, 1, firm.registeredOn(), handed, before, "设立登记"));
            }
            versions.add(version(
                    firm,
                    handedOver ? 2 : 1,
                    handedOver ? handed : firm.registeredOn(),
                    null,
                    firm.representative(),
                    handedOver ? "变更法定代表人" : "设立登记"));
        }
        legals.insertAll(versions);
    }

    private LegalVersion version(
            DemoPopulation.Firm firm,
            int number,
            LocalDate from,
            @Nullable LocalDate to,
            DemoPopulation.Citizen representative,
            String reason) {
        Map<String, String> facts = new HashMap<>();
        facts.put("uscc", firm.uscc().value());
        facts.put("name", firm.name());
        facts.put("kind", firm.kind());
        facts.put("representative", representative.name());
        facts.put("representativeId", representative.id().toString());
        facts.put("foundedOn", firm.registeredOn().toString());
        facts.put("capital", (firm.name().hashCode() & 31) + 1 + "00000.00");
        facts.put("address", firm.address());
        facts.put("areaCode", firm.areaCode());
        facts.put("status", "存续");
        Map<String, String> sources = new HashMap<>();
        facts.keySet().forEach(field -> sources.put(field, "market"));
        return new LegalVersion(
                firm.id(),
                number,
                from,
                to,
                new LegalFacts(facts),
                sources,
                List.of(),
                1,
                reason,
                clock.instant(),
                GoldenLoad.WRITER,
                true);
    }

    private void addresses() {
        for (String road : ROADS) {
            for (int door = 1; door <= 60; door++) {
                addresses.insert(
                        UUID.nameUUIDFromBytes(("address:" + road + door).getBytes(StandardCharsets.UTF_8)),
                        AddressText.of(road + door + "号"),
                        clock.instant(),
                        true);
            }
        }
    }

    /** Where the first firms are: towns and villages as they write them. */
    private void premises() {
        for (int n = 0; n < PREMISES; n++) {
            String written = DemoPopulation.firm(n).address();
            addresses.insert(
                    UUID.nameUUIDFromBytes(("address:" + written).getBytes(StandardCharsets.UTF_8)),
                    AddressText.of(written),
                    clock.instant(),
                    true);
        }
    }

    /** Who is old draws a pension; of the dead one in nine still does, and that is what the list is for. */
    private void benefits() {
        int thisYear = LocalDate.now(clock).getYear();
        List<StopStore.Entitlement> all = new ArrayList<>();
        List<UUID> dead = new ArrayList<>();
        for (int start = 0; start < DemoPopulation.CITIZENS; start += 1_000) {
            Map<UUID, Integer> numbers = new HashMap<>();
            for (int n = start; n < start + 1_000; n++) {
                numbers.put(DemoPopulation.citizen(n).id(), n);
            }
            persons.standing(List.copyOf(numbers.keySet())).forEach((id, standing) -> {
                int n = numbers.getOrDefault(id, 0);
                int age =
                        thisYear - DemoPopulation.citizen(n).idNumber().birth().getYear();
                boolean died = standing.diedOn() != null;
                if (age < 60 || (died && n % 9 != 0)) {
                    return;
                }
                LocalDate since = LocalDate.of(thisYear - age + 60, 1, 1);
                all.add(benefit(id, "基本养老金", "labour", since, 180_000 + n % 900 * 100L));
                if (age >= 80) {
                    all.add(benefit(id, "高龄津贴", "civil", LocalDate.of(thisYear - age + 80, 1, 1), 10_000));
                }
                if (died) {
                    dead.add(id);
                }
            });
        }
        stops.insertDemo(all);
        dead.forEach(lists::listQuietly);
    }

    private static StopStore.Entitlement benefit(UUID person, String kind, String unit, LocalDate since, long fen) {
        UUID id = UUID.nameUUIDFromBytes(("benefit:" + person + kind).getBytes(StandardCharsets.UTF_8));
        return new StopStore.Entitlement(id, person, kind, Unit.idOf(unit), since, fen);
    }
}
