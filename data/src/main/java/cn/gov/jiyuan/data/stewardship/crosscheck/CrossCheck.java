package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.standards.DataStandards;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks an item against the other sources (多元校核): counts, golden values, and a ticket for each conflict. */
@Component
final class CrossCheck {
    private final Authorities authorities;
    private final AuthorityStore sources;
    private final SubjectReader reader;
    private final FindingStore store;
    private final Corrections corrections;
    private final DataStandards standards;
    private final Units units;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CrossCheck(
            Authorities authorities,
            AuthorityStore sources,
            SubjectReader reader,
            FindingStore store,
            Corrections corrections,
            DataStandards standards,
            Units units,
            Rules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.authorities = authorities;
        this.sources = sources;
        this.reader = reader;
        this.store = store;
        this.corrections = corrections;
        this.standards = standards;
        this.units = units;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Golden value of a subject; empty if no source knows it. */
    Optional<Golden> golden(String item, String subject) {
        Scales scales = scales(item);
        return reader.one(scales.reading(), subject).stream().findFirst().map(found -> golden(scales, found));
    }

    /** Label of a value, where the item has codes. */
    String label(String item, String value) {
        String table = authorities.inForce(item).map(Authority::codeTable).orElse(null);
        return table == null ? value : standards.labels(table).getOrDefault(value, value);
    }

    /** False if the ticket is open already, also by another run that was faster. */
    private boolean opened(Scales scales, String subject, Golden golden, String item) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean first = corrections.open(scales.authority(), subject, golden, words(item, golden));
            if (!first) {
                status.setRollbackOnly();
            }
            return first;
        }));
    }

    void run(String item, Progress progress) {
        Scales scales = scales(item);
        progress.say("比对 " + scales.reading().sources().size() + " 个来源");
        SubjectReader.Counts counts = reader.counts(scales.reading());
        progress.total(counts.subjects() - counts.agreeing());
        Outcome outcome = new Outcome();
        long most = rules.integer("stewardship.ticket.most", today());
        reader.doubtful(scales.reading(), subject -> {
            Golden golden = golden(scales, subject);
            outcome.count(golden);
            if (asksForTicket(golden) && outcome.tickets < most && !progress.cancelled()) {
                outcome.tickets += opened(scales, subject.key(), golden, item) ? 1 : 0;
            }
            if (asksForTicket(golden)) {
                outcome.doubtful.add(subject.key());
            }
            progress.advance(1);
        });
        if (progress.cancelled()) {
            return;
        }
        corrections.lookAgain(
                item,
                outcome.doubtful,
                subject -> reader.one(scales.reading(), subject).stream()
                        .findFirst()
                        .map(found -> golden(scales, found)));
        transactions.executeWithoutResult(status -> store.insert(
                scales.authority(),
                new FindingStore.Run(
                        counts.subjects(),
                        counts.comparable(),
                        counts.agreeing(),
                        outcome.conflicting,
                        outcome.filled,
                        outcome.tied,
                        scales.views()),
                clock.instant()));
    }

    /** What a run adds up. */
    private static final class Outcome {
        private long conflicting;
        private long filled;
        private long tied;
        private long tickets;
        private final Set<String> doubtful = new HashSet<>();

        private void count(Golden golden) {
            conflicting += golden.conflict() ? 1 : 0;
            filled += golden.basis() == Golden.Basis.VOTE ? 1 : 0;
            tied += golden.basis() == Golden.Basis.TIE ? 1 : 0;
        }
    }

    private static boolean asksForTicket(Golden golden) {
        return golden.basis() == Golden.Basis.TIE || golden.conflict() && golden.basis() == Golden.Basis.SOURCE;
    }

    private String words(String item, Golden golden) {
        List<String> words = new ArrayList<>();
        for (Golden.Evidence one : golden.evidence()) {
            String unit = units.byCode(one.unitCode()).map(Unit::shortName).orElse(one.unitCode());
            words.add(unit + "：" + label(item, one.value()) + (one.asOf() == null ? "" : "（" + one.asOf() + "）"));
        }
        return String.join("；", words);
    }

    /** Sources with the trust that each has today. */
    private record Scales(
            Authority authority,
            SubjectReader.Reading reading,
            List<Double> trust,
            long decay,
            long expiry,
            LocalDate today) {
        List<Map<String, Object>> views() {
            List<Map<String, Object>> views = new ArrayList<>();
            for (int i = 0; i < reading.sources().size(); i++) {
                views.add(Map.of(
                        "unit", reading.sources().get(i).unitCode(),
                        "dataset", reading.sources().get(i).dataset(),
                        "snapshot", reading.versions().get(i).number(),
                        "trust", trust.get(i)));
            }
            return views;
        }
    }

    private Scales scales(String item) {
        Authority authority = authorities.inForce(item).orElseThrow(() -> new Fault(StewardshipError.NO_OWNER, item));
        LocalDate today = today();
        SubjectReader.Reading reading = reader.reading(authority, sources.witnesses(item));
        OffsetDateTime since = today.minusMonths(rules.integer("stewardship.trust.months", today))
                .atStartOfDay(clock.getZone())
                .toOffsetDateTime();
        Map<String, AuthorityStore.Tally> tallies = sources.tallies(item, since);
        long right = rules.integer("stewardship.trust.right", today);
        long wrong = rules.integer("stewardship.trust.wrong", today);
        List<Double> trust = reading.sources().stream()
                .map(source -> tallies.getOrDefault(source.unitCode(), new AuthorityStore.Tally(0, 0))
                        .trust(right, wrong))
                .toList();
        return new Scales(
                authority,
                reading,
                trust,
                rules.integer("stewardship.trust.decay", today),
                rules.integer("stewardship.source.expiry", today),
                today);
    }

    private static Golden golden(Scales scales, SubjectReader.Subject subject) {
        Golden.@Nullable Statement first = null;
        List<Golden.Statement> others = new ArrayList<>();
        for (int i = 0; i < subject.said().size(); i++) {
            SubjectReader.Said said = subject.said().get(i);
            if (said == null) {
                continue;
            }
            Golden.Statement statement = new Golden.Statement(
                    scales.reading().sources().get(i).unitCode(),
                    scales.reading().sources().get(i).dataset(),
                    scales.reading().versions().get(i).number(),
                    said.value(),
                    said.asOf(),
                    scales.trust().get(i));
            if (i == 0) {
                first = statement;
            } else {
                others.add(statement);
            }
        }
        return Golden.of(first, others, scales.today(), scales.decay(), scales.expiry());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
