package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.LegalChanged;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
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

/** Brings golden records of firms into the register of legal entities (法人库装载); who represents one is the person of the register. */
@Component
final class LegalLoad implements GoldenLoad {
    /** Field of the register by column of the pipeline. */
    private static final Map<String, String> FIELDS =
            Map.of("area", "areaCode", "founded_on", "foundedOn", "representative_no", "representativeId");

    private static final Set<String> OVER = Set.of("吊销", "注销", "撤销");

    private final Datasets datasets;
    private final LegalStore legals;
    private final SubjectStore subjects;
    private final RegisterColumns columns;
    private final Parties parties;
    private final Feed feed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LegalLoad(
            Datasets datasets,
            LegalStore legals,
            SubjectStore subjects,
            RegisterColumns columns,
            Parties parties,
            Feed feed,
            PlatformTransactionManager manager,
            Clock clock) {
        this.datasets = datasets;
        this.legals = legals;
        this.subjects = subjects;
        this.columns = columns;
        this.parties = parties;
        this.feed = feed;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Column of the pipeline by field of the register. */
    static String columnOf(String field) {
        return FIELDS.entrySet().stream()
                .filter(one -> one.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
    }

    @Override
    public Pipeline pipeline() {
        return FirmPipeline.declared();
    }

    @Override
    public Loaded load(Snapshot snapshot, boolean demo, Progress progress) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Portion portion = new Portion(demo);
            try (DataSession session = datasets.open(Map.of("data", snapshot))) {
                session.each("select * from data", List.of(), row -> {
                    portion.take(row);
                    if (portion.count % 50_000 == 0) {
                        progress.say("装载法人库 " + portion.count + "/" + snapshot.rows());
                    }
                });
            }
            portion.flush();
            return new Loaded(portion.added, portion.changed, portion.over);
        }));
    }

    /**
     * A golden record read back.
     *
     * @param identifier the unified code, or the key of the pipeline where no source had a valid one
     * @param representative number of the person who represents it
     */
    private record Golden(
            String kind,
            String identifier,
            byte[] blind,
            @Nullable CitizenId representative,
            String oldNumber,
            LegalFacts facts,
            Provenance from,
            int records) {}

    private final class Portion {
        private final Pipeline pipeline = pipeline();
        private final boolean demo;
        private final LocalDate today = LocalDate.now(clock);
        private final List<Golden> gathered = new ArrayList<>();
        private long count;
        private long added;
        private long changed;
        private long over;
        private final List<LegalStore.Ended> ended = new ArrayList<>();
        private final List<Feed.Change> news = new ArrayList<>();

        Portion(boolean demo) {
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
            String code = Objects.requireNonNullElse(row.text("uscc"), "");
            boolean valid = !code.isEmpty() && Uscc.check(code).valid();
            String identifier = valid ? code : Objects.requireNonNullElse(row.text("key"), "");
            Map<String, String> facts = new HashMap<>();
            facts.put("uscc", valid ? code : "");
            for (String column : List.of(
                    "name", "kind", "representative", "founded_on", "industry", "scope", "address", "area", "status")) {
                String value = row.text(column);
                if (value != null) {
                    facts.put(FIELDS.getOrDefault(column, column), value);
                }
            }
            if (row.get("capital") != null) {
                facts.put("capital", row.number("capital") + ".00");
            }
            String kind = valid ? "USCC" : "KEY";
            return new Golden(
                    kind,
                    identifier,
                    columns.blindIdentifier(kind, identifier),
                    representative(row.text("representative_no")),
                    Objects.requireNonNullElse(row.text("old_number"), ""),
                    new LegalFacts(facts),
                    Provenance.of(row, pipeline, FIELDS),
                    (int) row.number("records"));
        }

        private @Nullable CitizenId representative(@Nullable String number) {
            return number == null || !CitizenId.check(number, today).valid() ? null : new CitizenId(number);
        }

        void flush() {
            Map<String, UUID> known = new HashMap<>(bearers("USCC"));
            known.putAll(bearers("KEY"));
            Map<UUID, LegalVersion> standing = legals.currents(List.copyOf(new HashSet<>(known.values())));
            Map<String, UUID> strangers = strangers(known);
            Map<String, UUID> people = people();
            List<LegalVersion> versions = new ArrayList<>();
            List<SubjectStore.Fresh> fresh = new ArrayList<>();
            Map<UUID, String> old = new HashMap<>();
            Set<UUID> taken = new HashSet<>();
            for (Golden one : gathered) {
                UUID id = known.get(SubjectStore.hex(one.blind()));
                if (id == null) {
                    id = Objects.requireNonNullElseGet(strangers.get(one.identifier()), Ids::next);
                    if (taken.add(id)) {
                        fresh.add(new SubjectStore.Fresh(
                                id,
                                "LEGAL",
                                one.kind(),
                                one.blind(),
                                one.kind().equals("USCC") ? one.identifier() : ""));
                        versions.add(version(id, 1, one, people, "首次装载"));
                        added++;
                    }
                } else if (standing.containsKey(id) && taken.add(id)) {
                    follow(standing.get(id), one, people, versions);
                }
                if (!one.oldNumber().isEmpty()) {
                    old.put(id, one.oldNumber());
                }
            }
            subjects.insertAll(fresh, today, clock.instant(), demo);
            subjects.bearAll("REGNO", old, number -> columns.blindIdentifier("REGNO", number), today);
            legals.closeAll(ended, today);
            legals.insertAll(versions);
            feed.appendAll(news);
            gathered.clear();
            ended.clear();
            news.clear();
        }

        private Map<String, UUID> bearers(String kind) {
            return subjects.bearers(
                    kind,
                    gathered.stream()
                            .filter(one -> one.kind().equals(kind))
                            .map(Golden::blind)
                            .toList());
        }

        /** Legal entities that the platform knows and the register does not; they keep their ids. */
        private Map<String, UUID> strangers(Map<String, UUID> known) {
            return parties.legalEntitiesByUsccs(gathered.stream()
                    .filter(one -> one.kind().equals("USCC") && !known.containsKey(SubjectStore.hex(one.blind())))
                    .map(one -> new Uscc(one.identifier()))
                    .toList());
        }

        /** Persons of the register who represent these firms, by the blind index of their numbers. */
        private Map<String, UUID> people() {
            return subjects.bearers(
                    "ID",
                    gathered.stream()
                            .map(Golden::representative)
                            .filter(Objects::nonNull)
                            .map(number -> columns.blindIdentifier("ID", number.value()))
                            .toList());
        }

        private void follow(LegalVersion before, Golden one, Map<String, UUID> people, List<LegalVersion> versions) {
            if (!before.recordedBy().equals(WRITER)) {
                return;
            }
            LegalVersion after = version(before.subjectId(), before.version() + 1, one, people, "数源更新");
            List<String> differences = after.facts().differences(before.facts());
            if (differences.isEmpty()) {
                return;
            }
            ended.add(new LegalStore.Ended(before.subjectId(), before.version()));
            versions.add(after);
            changed++;
            if (OVER.contains(after.facts().get("status"))
                    && !OVER.contains(before.facts().get("status"))) {
                over++;
            }
            news.add(new Feed.Change(
                    LegalChanged.TOPIC,
                    before.subjectId().toString(),
                    1,
                    new LegalChanged(before.subjectId(), after.version(), today, differences)));
        }

        private LegalVersion version(UUID id, int number, Golden one, Map<String, UUID> people, String reason) {
            LegalFacts facts = one.facts();
            CitizenId representative = one.representative();
            UUID person = representative == null
                    ? null
                    : people.get(SubjectStore.hex(columns.blindIdentifier("ID", representative.value())));
            if (person != null) {
                facts = facts.with("representativeId", person.toString());
            }
            return new LegalVersion(
                    id,
                    number,
                    today,
                    null,
                    facts,
                    one.from().sources(),
                    one.from().conflicts(),
                    one.records(),
                    reason,
                    clock.instant(),
                    WRITER,
                    demo);
        }
    }
}
