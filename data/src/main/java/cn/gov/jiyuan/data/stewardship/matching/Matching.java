package cn.gov.jiyuan.data.stewardship.matching;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.matching.MatchField;
import cn.gov.jiyuan.kernel.matching.MatchModel;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.records.Mask;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds records of a dataset that may be one although no number says so (实体匹配). A merge is a pair that is marked as one:
 * nothing of the records is changed, and taking the mark away undoes it.
 */
@Service
class Matching {
    private static final List<List<String>> BLOCKS =
            List.of(List.of("name", "birth"), List.of("phone", "birth"), List.of("name", "phone"));
    private static final int PORTION = 500;
    /** What is not named here is not shown at all; a sex says nothing of who somebody is. */
    private static final Map<String, Mask> MASKS =
            Map.of("name", Mask.NAME, "birth", Mask.ACCOUNT, "phone", Mask.PHONE, "address", Mask.ADDRESS);

    private final Datasets datasets;
    private final DatasetReach reach;
    private final MatchPairStore store;
    private final Rules rules;
    private final StewardshipTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Matching(
            Datasets datasets,
            DatasetReach reach,
            MatchPairStore store,
            Rules rules,
            StewardshipTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.datasets = datasets;
        this.reach = reach;
        this.store = store;
        this.rules = rules;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws Fault {@code stewardship.no-plain-key}, {@code stewardship.bad-rule} */
    void requireSound(Dataset dataset, Map<String, String> columns) {
        if (!hasPlainKey(dataset)) {
            throw new Fault(StewardshipError.NO_PLAIN_KEY, dataset.title());
        }
        columns.values().forEach(dataset::column);
        if (BLOCKS.stream().noneMatch(columns.keySet()::containsAll)) {
            throw Fault.at("/columns", StewardshipError.BAD_RULE, "姓名、出生日期、手机号至少要指定两项");
        }
    }

    static boolean hasPlainKey(Dataset dataset) {
        return !dataset.key().isEmpty()
                && dataset.key().stream()
                        .noneMatch(column -> dataset.column(column).personal());
    }

    MatchModel model() {
        LocalDate today = LocalDate.now(clock);
        return new MatchModel(
                rules.list("stewardship.match.fields", today).stream()
                        .map(MatchField::parse)
                        .toList(),
                rules.decimal("stewardship.match.upper", today).doubleValue(),
                rules.decimal("stewardship.match.lower", today).doubleValue());
    }

    private record Candidate(MatchPair pair, MatchModel.Score score) {}

    void run(String name, Map<String, String> columns, Progress progress) {
        Dataset dataset = datasets.get(name);
        requireSound(dataset, columns);
        MatchModel model = model();
        List<Candidate> portion = new ArrayList<>();
        UUID unit = reach.unit(dataset);
        try (DataSession session = datasets.open(name)) {
            session.each(pairs(dataset, columns), List.of(), row -> {
                MatchModel.Score score = model.compare(side(row, "a_", columns), side(row, "b_", columns));
                if (score.verdict() == MatchModel.Verdict.DIFFERENT || progress.cancelled()) {
                    return;
                }
                MatchPair.State state =
                        score.verdict() == MatchModel.Verdict.SAME ? MatchPair.State.MERGED : MatchPair.State.WAITING;
                portion.add(new Candidate(
                        new MatchPair(
                                Ids.next(),
                                name,
                                unit,
                                text(row, "a_key"),
                                text(row, "b_key"),
                                score.total(),
                                state,
                                1),
                        score));
                if (portion.size() == PORTION) {
                    keep(portion, model, columns, progress);
                }
            });
        }
        keep(portion, model, columns, progress);
    }

    private void keep(List<Candidate> portion, MatchModel model, Map<String, String> columns, Progress progress) {
        transactions.executeWithoutResult(status -> portion.forEach(one -> store.insert(
                one.pair(),
                model,
                one.score(),
                columns,
                one.pair().state() == MatchPair.State.MERGED ? "匹配分达到自动合并阈值" : "匹配分在两个阈值之间",
                clock.instant())));
        progress.advance(portion.size());
        portion.clear();
    }

    private static Map<String, String> side(DataSession.Row row, String prefix, Map<String, String> columns) {
        Map<String, String> values = new HashMap<>();
        columns.keySet().forEach(field -> values.put(field, text(row, prefix + field)));
        return values;
    }

    private static String text(DataSession.Row row, String column) {
        return Objects.requireNonNullElse(row.text(column), "");
    }

    /** Pairs that share two of name, birth and phone: comparing all with all is out of the question. */
    private static String pairs(Dataset dataset, Map<String, String> columns) {
        String key = key(dataset);
        String fields = columns.entrySet().stream()
                .map(entry -> "cast(" + quoted(entry.getValue()) + " as varchar) as " + quoted(entry.getKey()))
                .collect(Collectors.joining(", "));
        String norms = columns.keySet().stream()
                .filter(field -> BLOCKS.stream().anyMatch(block -> block.contains(field)))
                .map(field -> norm(field) + " as n_" + field)
                .collect(Collectors.joining(", "));
        String both = columns.keySet().stream()
                .map(field -> "a." + quoted(field) + " as a_" + field + ", b." + quoted(field) + " as b_" + field)
                .collect(Collectors.joining(", "));
        String joins = BLOCKS.stream()
                .filter(block -> columns.keySet().containsAll(block))
                .map(block -> "select a.key_ as a_key, b.key_ as b_key, " + both + " from plain_ a join plain_ b on "
                        + block.stream()
                                .map(field -> "a.n_" + field + " = b.n_" + field)
                                .collect(Collectors.joining(" and "))
                        + " and a.key_ < b.key_")
                .collect(Collectors.joining(" union "));
        return "with told_ as (select " + key + " as key_, " + fields + " from data), plain_ as (select *, " + norms
                + " from told_) " + joins;
    }

    private static String key(Dataset dataset) {
        return dataset.key().stream()
                .map(column -> "cast(" + quoted(column) + " as varchar)")
                .collect(Collectors.joining(", ", "concat_ws('/', ", ")"));
    }

    /** Coarser than the comparison itself: a pair is looked at rather once too often. */
    private static String norm(String field) {
        String text = quoted(field);
        return field.equals("name")
                ? "nullif(upper(regexp_replace(" + text + ", '[\\s\\x{3000}·•．.]', '', 'g')), '')"
                : "nullif(right(regexp_replace(" + text + ", '[^0-9]', '', 'g'), 11), '')";
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** A field of a pair side by side, masked as in lists. @param weight what it adds to the score, in bits */
    record Side(String field, String label, String left, String right, String outcome, double weight) {}

    /** @param gone one of the records is not in the dataset any more */
    record Compared(
            MatchPair pair,
            String stateLabel,
            String title,
            double upper,
            double lower,
            boolean gone,
            List<Side> sides) {}

    /** Both records of a pair, as they stand in the version in force. */
    Compared compared(Actor actor, UUID id) {
        MatchPairStore.Judged judged = store.judged(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
        MatchPair pair = judged.pair();
        Dataset dataset = reach.get(actor, "stewardship.matching.read", pair.dataset());
        Map<String, String> left = Map.of();
        Map<String, String> right = Map.of();
        boolean there = datasets.current(dataset.name()).isPresent();
        if (there) {
            try (DataSession session = datasets.open(dataset.name())) {
                left = record(session, dataset, judged.columns(), pair.left());
                right = record(session, dataset, judged.columns(), pair.right());
            }
        }
        List<Side> sides = new ArrayList<>();
        for (MatchModel.Part part : judged.parts()) {
            String column = judged.columns().get(part.field());
            if (column != null) {
                sides.add(new Side(
                        part.field(),
                        dataset.column(column).title(),
                        masked(part.field(), left),
                        masked(part.field(), right),
                        part.outcome().label(),
                        part.weight()));
            }
        }
        return new Compared(
                pair,
                pair.state().label(),
                dataset.title(),
                judged.upper(),
                judged.lower(),
                left.isEmpty() || right.isEmpty(),
                sides);
    }

    private static String masked(String field, Map<String, String> record) {
        return MASKS.getOrDefault(field, Mask.ALL).of(record.getOrDefault(field, ""));
    }

    private static Map<String, String> record(
            DataSession session, Dataset dataset, Map<String, String> columns, String key) {
        String fields = columns.entrySet().stream()
                .map(entry -> "cast(" + quoted(entry.getValue()) + " as varchar) as " + quoted(entry.getKey()))
                .collect(Collectors.joining(", "));
        return session.all("select " + fields + " from data where " + key(dataset) + " = ? limit 1", key).stream()
                .findFirst()
                .map(row ->
                        columns.keySet().stream().collect(Collectors.toMap(field -> field, field -> text(row, field))))
                .orElse(Map.of());
    }

    /** @param version that the person saw */
    void decide(Actor actor, UUID id, MatchPair.State state, int version, String reason) {
        transactions.executeWithoutResult(status -> {
            MatchPair pair = store.lock(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
            reach.require(actor, "stewardship.matching.decide", pair.unitId(), pair.dataset());
            if (pair.version() != version) {
                throw new Fault(StewardshipError.CHANGED);
            }
            if (state == MatchPair.State.UNDONE && pair.state() != MatchPair.State.MERGED) {
                throw new Fault(StewardshipError.NOT_MERGED);
            }
            String words = StewardshipTrail.reason("/reason", reason);
            store.decide(pair, state, actor.name(), words, clock.instant());
            trail.record(
                    actor,
                    "pair",
                    "decide",
                    id.toString(),
                    state.label() + "：" + pair.dataset() + " " + pair.left() + " 与 " + pair.right(),
                    Map.of(
                            "reason",
                            words,
                            "score",
                            pair.score(),
                            "before",
                            pair.state().name()));
        });
    }
}
