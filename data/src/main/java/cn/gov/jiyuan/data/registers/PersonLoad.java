package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.PersonChanged;
import cn.gov.jiyuan.contracts.registers.PersonDied;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings golden records of persons into the population register (人口库装载). */
@Component
final class PersonLoad implements GoldenLoad {
    /** Field of the register by column of the pipeline. */
    private static final Map<String, String> FIELDS = Map.of("area", "areaCode", "death_date", "diedOn");

    private final Datasets datasets;
    private final PersonStore persons;
    private final SubjectStore subjects;
    private final RegisterColumns columns;
    private final Parties parties;
    private final Feed feed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PersonLoad(
            Datasets datasets,
            PersonStore persons,
            SubjectStore subjects,
            RegisterColumns columns,
            Parties parties,
            Feed feed,
            PlatformTransactionManager manager,
            Clock clock) {
        this.datasets = datasets;
        this.persons = persons;
        this.subjects = subjects;
        this.columns = columns;
        this.parties = parties;
        this.feed = feed;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Column of the pipeline by field of the register. */
    static String columnOf(String field) {
        return field.equals("idNumber")
                ? "id_no"
                : FIELDS.entrySet().stream()
                        .filter(one -> one.getValue().equals(field))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(field);
    }

    @Override
    public Pipeline pipeline() {
        return PersonPipeline.declared();
    }

    @Override
    public Loaded load(Snapshot snapshot, boolean demo, Progress progress) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Portion portion = new Portion(pipeline(), demo);
            try (DataSession session = datasets.open(Map.of("data", snapshot))) {
                session.each("select * from data", List.of(), row -> {
                    portion.take(row);
                    if (portion.count % 50_000 == 0) {
                        progress.say("装载人口库 " + portion.count + "/" + snapshot.rows());
                    }
                });
            }
            portion.flush();
            return new Loaded(portion.added, portion.changed, portion.died);
        }));
    }

    /** A golden record read back. @param number null if no source had a valid one */
    private record Golden(
            String identifier,
            @Nullable CitizenId number,
            byte[] blind,
            PersonFacts facts,
            Map<String, String> sources,
            List<String> conflicts,
            int records) {
        String kind() {
            return number == null ? "KEY" : "ID";
        }
    }

    private final class Portion {
        private final Pipeline pipeline;
        private final boolean demo;
        private final LocalDate today = LocalDate.now(clock);
        private final List<Golden> gathered = new ArrayList<>();
        private long count;
        private long added;
        private long changed;
        private long died;

        Portion(Pipeline pipeline, boolean demo) {
            this.pipeline = pipeline;
            this.demo = demo;
        }

        void take(DataSession.Row row) {
            gathered.add(golden(row));
            count++;
            if (gathered.size() == CHUNK) {
                flush();
            }
        }

        private Golden golden(DataSession.Row row) {
            String id = row.text("id_no");
            CitizenId number = id == null || !CitizenId.check(id, today).valid() ? null : new CitizenId(id);
            String identifier = number == null ? row.number("key") + "" : number.value();
            Provenance from = Provenance.of(row, pipeline, FIELDS);
            PersonFacts facts = new PersonFacts(
                    row.text("name"),
                    number == null ? null : number.value(),
                    (LocalDate) row.get("birth"),
                    Objects.requireNonNullElse(row.text("gender"), ""),
                    row.text("phone"),
                    row.text("address"),
                    null,
                    Objects.requireNonNullElse(row.text("area"), ""),
                    Objects.requireNonNullElse(row.text("marital"), ""),
                    (LocalDate) row.get("death_date"));
            byte[] blind = columns.blindIdentifier(number == null ? "KEY" : "ID", identifier);
            return new Golden(
                    identifier, number, blind, facts, from.sources(), from.conflicts(), (int) row.number("records"));
        }

        void flush() {
            Map<String, UUID> known = new HashMap<>(bearers("ID"));
            known.putAll(bearers("KEY"));
            Map<UUID, PersonStore.Standing> standing = persons.standing(List.copyOf(new HashSet<>(known.values())));
            Map<CitizenId, UUID> citizens = parties.personsByIdNumbers(gathered.stream()
                    .filter(one -> one.number() != null && !known.containsKey(SubjectStore.hex(one.blind())))
                    .map(one -> Objects.requireNonNull(one.number()))
                    .toList());
            List<PersonVersion> versions = new ArrayList<>();
            List<SubjectStore.Fresh> fresh = new ArrayList<>();
            Set<UUID> taken = new HashSet<>();
            for (Golden one : gathered) {
                UUID id = known.get(SubjectStore.hex(one.blind()));
                if (id == null) {
                    id = one.number() == null ? Ids.next() : citizens.getOrDefault(one.number(), Ids.next());
                    if (taken.add(id)) {
                        fresh.add(new SubjectStore.Fresh(
                                id,
                                "PERSON",
                                one.kind(),
                                one.blind(),
                                RegisterColumns.maskedNumber(one.facts().idNumber())));
                        versions.add(version(id, 1, one, "首次装载"));
                        added++;
                    }
                } else if (standing.containsKey(id) && taken.add(id)) {
                    follow(id, standing.get(id), one, versions);
                }
            }
            subjects.insertAll(fresh, today, clock.instant(), demo);
            persons.insertAll(versions);
            gathered.clear();
        }

        private Map<String, UUID> bearers(String kind) {
            return subjects.bearers(
                    kind,
                    gathered.stream()
                            .filter(one -> one.kind().equals(kind))
                            .map(Golden::blind)
                            .toList());
        }

        private void follow(UUID id, PersonStore.Standing before, Golden one, List<PersonVersion> versions) {
            boolean same = Arrays.equals(before.digest(), columns.digest(one.facts()));
            if (same || !before.recordedBy().equals(WRITER)) {
                return;
            }
            PersonVersion after = version(id, before.version() + 1, one, "数源更新");
            List<String> differences = after.facts()
                    .differences(persons.current(id).map(PersonVersion::facts).orElse(PersonFacts.NOTHING));
            persons.close(id, before.version(), today);
            versions.add(after);
            changed++;
            feed.append(new Feed.Change(
                    PersonChanged.TOPIC, id.toString(), 1, new PersonChanged(id, after.version(), today, differences)));
            LocalDate on = one.facts().diedOn();
            if (on != null && before.diedOn() == null) {
                died++;
                feed.append(new Feed.Change(
                        PersonDied.TOPIC,
                        id.toString(),
                        1,
                        new PersonDied(id, on, one.sources().getOrDefault("diedOn", ""))));
            }
        }

        private PersonVersion version(UUID id, int number, Golden one, String reason) {
            return new PersonVersion(
                    id,
                    number,
                    today,
                    null,
                    one.facts(),
                    one.sources(),
                    one.conflicts(),
                    one.records(),
                    reason,
                    clock.instant(),
                    WRITER,
                    demo);
        }
    }
}
