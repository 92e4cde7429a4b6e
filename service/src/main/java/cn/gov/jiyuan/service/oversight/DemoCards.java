package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.ClockTerms;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalClock;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.cases.CaseFacts;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.CaseState;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.CaseWatch;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.ClockFacts;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cards that the demonstration's matters deserve, found by the same detection as any; invented is only how units
 * answered them.
 */
@Component
final class DemoCards implements DemoSource {
    private static final int PORTION = 1_000;
    private static final int MONTHS = 36;
    /** The sweep comes about so many seconds after a line was crossed. */
    private static final int SWEPT_AFTER = 20;

    private final CaseWatch watch;
    private final Cases cases;
    private final CaseImport imports;
    private final CaseType type;
    private final Overseer overseer;
    private final CardStore store;
    private final ScoreStore scoreStore;
    private final Scores scores;
    private final TerminationRate terminations;
    private final Units units;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    DemoCards(
            CaseWatch watch,
            Cases cases,
            CaseImport imports,
            CaseType cardType,
            Overseer overseer,
            CardStore store,
            ScoreStore scoreStore,
            Scores scores,
            TerminationRate terminations,
            Units units,
            Rules rules,
            PlatformTransactionManager transactions,
            ObjectProvider<LegalCalendar> calendar,
            Clock clock) {
        this.watch = watch;
        this.cases = cases;
        this.imports = imports;
        this.type = cardType;
        this.overseer = overseer;
        this.store = store;
        this.scoreStore = scoreStore;
        this.scores = scores;
        this.terminations = terminations;
        this.units = units;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String title() {
        return "电子监察";
    }

    /** @param ended when a warning ended; null for cards and for warnings that hold */
    private record Found(
            CardDesk.Subject subject,
            Finding finding,
            @Nullable Instant ended) {
        Instant issued() {
            return finding.at().plusSeconds(SWEPT_AFTER);
        }
    }

    @Override
    public void load(Progress progress) {
        RuleBook book = overseer.book();
        List<Found> found = new ArrayList<>();
        progress.say("检查办件");
        UUID after = null;
        List<UUID> portion;
        do {
            portion = watch.ids(Overseer.MATTERS, after, PORTION);
            Detection detection = overseer.detection();
            for (CaseFacts facts : watch.facts(portion)) {
                if (facts.demo()) {
                    found.addAll(found(book, detection, facts));
                }
            }
            after = portion.isEmpty() ? after : portion.getLast();
            progress.advance(portion.size());
            if (progress.cancelled()) {
                return;
            }
        } while (portion.size() == PORTION);
        progress.say("统计各月办件");
        tallyAll();
        found.addAll(terminations(book));
        progress.say("生成监察记录");
        transactions.executeWithoutResult(status -> write(found));
        progress.say("计算效能分");
        scoreAll();
    }

    private static List<Found> found(RuleBook book, Detection detection, CaseFacts facts) {
        List<Found> found = new ArrayList<>();
        CardDesk.Subject subject = CardDesk.Subject.of(facts);
        detection.in(facts).forEach(finding -> found.add(new Found(subject, finding, null)));
        for (Rule rule : book.forCases(facts.type())) {
            if (rule.level() == Level.WARNING) {
                facts.clocks().stream()
                        .filter(clock -> rule.looksAt(clock.clock()))
                        .forEach(clock -> pastWarning(rule, subject, facts, clock, found));
            }
        }
        return found;
    }

    /** A warning that was given and ended when the clock did, or when the card came. */
    private static void pastWarning(
            Rule rule, CardDesk.Subject subject, CaseFacts facts, ClockFacts clock, List<Found> found) {
        boolean near = rule.detector() == Detector.CLOCK_NEAR;
        Instant at = near ? clock.warnAt() : clock.dueAt();
        Instant stopped = clock.stoppedAt();
        Instant end = near && (stopped == null || stopped.isAfter(clock.dueAt())) ? clock.dueAt() : stopped;
        if (end == null || clock.stoodAt(at) || clock.terms().term().amount() == 0) {
            return;
        }
        String what = clock.label() + (near ? "剩余不超过 " + rule.threshold() + "%。" : "已经届满。");
        Finding finding = new Finding(rule, facts.stateAt(at), at, what);
        boolean known = found.stream()
                .anyMatch(other -> Overseer.key(facts.id(), other.finding()).equals(Overseer.key(facts.id(), finding)));
        if (!known && end.isAfter(at.plusSeconds(2L * SWEPT_AFTER))) {
            found.add(new Found(subject, finding, end.plusSeconds(SWEPT_AFTER)));
        }
    }

    private void tallyAll() {
        LocalDate today = LocalDate.now(clock);
        transactions.executeWithoutResult(status -> {
            scoreStore.removeDemo();
            for (int back = MONTHS; back >= 0; back--) {
                scores.tally(today.minusMonths(back));
            }
        });
    }

    private List<Found> terminations(RuleBook book) {
        List<Found> found = new ArrayList<>();
        YearMonth now = YearMonth.now(clock);
        for (int back = MONTHS; back > 0; back--) {
            for (TerminationRate.Found one : terminations.in(book, now.minusMonths(back))) {
                CardDesk.Subject s = one.subject();
                CardDesk.Subject demo = new CardDesk.Subject(
                        s.id(), s.number(), s.title(), s.unitId(), s.areaCode(), s.handlerId(), true);
                found.add(new Found(demo, one.finding(), null));
            }
        }
        return found;
    }

    /** In one transaction that keeps the sweep out: what it may have given out meanwhile is replaced. */
    private void write(List<Found> found) {
        store.lock();
        imports.removeDemo(CardType.ID);
        imports.removeDemo(TalkType.ID);
        store.removeDemo();
        Instant now = clock.instant();
        Map<LocalDate, Integer> serials = new HashMap<>();
        List<HistoricCase> histories = new ArrayList<>();
        List<CardStore.Past> pasts = new ArrayList<>();
        found.sort(Comparator.comparing(Found::issued));
        for (Found one : found) {
            if (!one.issued().isAfter(now)) {
                add(one, number(one.issued(), serials), histories, pasts);
            }
        }
        imports.importAll(histories.stream());
        store.copy(pasts);
    }

    /** Numbers of today come from the series, so that the next card gets the next one. */
    private String number(Instant issued, Map<LocalDate, Integer> serials) {
        LocalDate day = LocalDate.ofInstant(issued, clock.getZone());
        String prefix = CardDesk.prefix(day);
        return day.equals(LocalDate.now(clock))
                ? cases.nextNumber(prefix, 6)
                : prefix + "%06d".formatted(serials.merge(day, 1, Integer::sum));
    }

    private void add(Found one, String number, List<HistoricCase> histories, List<CardStore.Past> pasts) {
        Unit unit = units.get(one.subject().unitId());
        Unit authority = units.get(CardType.OVERSEERS);
        SplittableRandom random = new SplittableRandom(
                number.hashCode() * 31L + one.finding().what().hashCode());
        UUID id = Ids.at(one.issued().toEpochMilli(), random.nextLong(), random.nextLong());
        DemoAnswers answers = new DemoAnswers(
                calendar.getIfAvailable(LegalCalendar::official), clock.getZone(), clock.instant(), unit, random);
        boolean warns = one.finding().rule().level() == Level.WARNING;
        Instant ended = one.ended() == null ? Instant.MAX : one.ended();
        List<HistoricCase.Deed> deeds = warns
                ? answers.warning(one.issued(), one.finding().what(), ended)
                : answers.card(one.issued(), one.finding().what());
        histories.add(new HistoricCase(
                id,
                CardDesk.opened(one.subject(), one.finding(), number, authority),
                Actor.SYSTEM,
                one.issued(),
                deeds));
        Card card = CardDesk.card(id, number, one.subject(), one.finding(), one.issued());
        List<CardStore.Version> versions = new ArrayList<>();
        for (HistoricCase.Deed deed : deeds) {
            card = moved(card, deed);
            versions.add(new CardStore.Version(card, deed.actor().name(), deed.at()));
        }
        pasts.add(new CardStore.Past(card, versions));
    }

    private Card moved(Card card, HistoricCase.Deed deed) {
        String to = String.valueOf(type.action(deed.action()).orElseThrow().to());
        String reason = deed.input().reason();
        return card.moved(
                deed.action(),
                to,
                reason.isBlank() ? deed.input().opinion() : reason,
                deed.at(),
                to.equals("issued") ? explainBy(card.level(), deed.at()) : null,
                type.state(to).kind() == CaseState.Kind.FINAL);
    }

    private Instant explainBy(Level level, Instant issued) {
        LocalDate day = LocalDate.ofInstant(issued, clock.getZone());
        LegalTerm term = rules.term(level == Level.RED ? "oversight.explain.red" : "oversight.explain.yellow", day);
        return LegalClock.expiry(
                        ClockTerms.of(term, issued.atZone(clock.getZone()), ""),
                        calendar.getIfAvailable(LegalCalendar::official))
                .toInstant();
    }

    private void scoreAll() {
        LocalDate today = LocalDate.now(clock);
        for (int back = MONTHS; back >= 0; back--) {
            score(Period.month(today.minusMonths(back)));
        }
        for (int back = MONTHS / 3; back >= 0; back--) {
            score(Period.of(today.minusMonths(3L * back)).get(1));
        }
        for (int back = MONTHS / 12; back >= 0; back--) {
            score(Period.of(today.minusYears(back)).get(2));
        }
    }

    /** Each period by itself: the hourly work scores some of them meanwhile. */
    private void score(Period period) {
        transactions.executeWithoutResult(status -> scores.refreshAll(period));
    }
}
