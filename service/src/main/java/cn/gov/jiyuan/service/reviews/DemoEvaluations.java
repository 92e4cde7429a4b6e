package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.KeptRows;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What applicants said of a third of the delivered demo matters, and how the bad reviews among it were put right. */
@Component
final class DemoEvaluations implements DemoSource {
    private static final int PORTION = 2_000;
    private static final long SEED = 20_191_217L;
    private static final List<String> GRUDGES =
            List.of("跑了两趟才说清楚要补什么材料。", "等了很久，窗口没有人解释原因。", "指南上写的和窗口说的不一样。", "电话一直打不通。", "证已经办好三天了才通知。");
    private static final List<String> REMEDIES =
            List.of("已向申请人致歉，修订一次性告知单并培训窗口人员。", "已增设高峰时段窗口，公开办理进度查询方式。", "已更正办事指南，核对全部要素。", "已调整咨询电话值守，专人接听。");

    private final EvaluationStore store;
    private final Rectifications rectifications;
    private final OwnAccord ownAccord;
    private final CaseImport imports;
    private final Units units;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    DemoEvaluations(
            JdbcClient jdbc,
            Rectifications rectifications,
            OwnAccord ownAccord,
            CaseImport imports,
            Units units,
            Audit audit,
            PlatformTransactionManager manager,
            ObjectProvider<LegalCalendar> calendar,
            Clock clock) {
        this.store = new EvaluationStore(jdbc);
        this.rectifications = rectifications;
        this.ownAccord = ownAccord;
        this.imports = imports;
        this.units = units;
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String title() {
        return "评价和差评整改";
    }

    @Override
    public void load(Progress progress) {
        imports.removeDemo(RectificationType.ID);
        UUID after = new UUID(0, 0);
        List<EvaluationStore.Finished> page;
        do {
            page = store.finishedDemo(after, PORTION);
            List<Given> given = page.stream().flatMap(this::given).toList();
            transactions.executeWithoutResult(status -> keep(given));
            imports.importAll(given.stream()
                    .filter(one -> one.evaluation().satisfaction() >= 4)
                    .map(this::history));
            progress.advance(page.size());
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PORTION && !progress.cancelled());
    }

    private record Given(EvaluationStore.Evaluation evaluation, EvaluationStore.Finished matter) {}

    /** One in three rates; one in forty of those is not content. */
    private Stream<Given> given(EvaluationStore.Finished matter) {
        SplittableRandom random = new SplittableRandom(SEED ^ matter.id().getMostSignificantBits());
        Instant at = matter.closedAt().plus(Duration.ofMinutes(20 + random.nextInt(4_000)));
        if (random.nextInt(3) > 0 || at.isAfter(clock.instant())) {
            return Stream.empty();
        }
        int draw = random.nextInt(200);
        int satisfaction = draw < 140 ? 1 : draw < 183 ? 2 : draw < 195 ? 3 : draw < 199 ? 4 : 5;
        boolean anonymous = random.nextInt(4) == 0;
        Satisfaction degree = Satisfaction.of(satisfaction);
        int channel = 1 + random.nextInt(2);
        return Stream.of(new Given(
                new EvaluationStore.Evaluation(
                        UUID.nameUUIDFromBytes(("evaluation:" + matter.id()).getBytes(StandardCharsets.UTF_8)),
                        matter.id(),
                        matter.number(),
                        null,
                        matter.itemCode(),
                        matter.unitId(),
                        null,
                        anonymous ? null : matter.applicantId(),
                        null,
                        satisfaction,
                        channel,
                        ownAccord.holds(channel, at),
                        List.of(degree.tags().get(random.nextInt(degree.tags().size()))),
                        satisfaction >= 4 ? GRUDGES.get(random.nextInt(GRUDGES.size())) : "",
                        anonymous,
                        null,
                        at,
                        true),
                matter));
    }

    /** Only those that an interrupted load had not written. */
    private void keep(List<Given> given) {
        List<EvaluationStore.Evaluation> fresh =
                given.stream().map(Given::evaluation).filter(store::insert).toList();
        Map<UUID, String> digests = store.digests(
                EvaluationStore.TABLE,
                fresh.stream().map(EvaluationStore.Evaluation::id).toList());
        List<Audit.Past> events = new ArrayList<>(fresh.size());
        for (EvaluationStore.Evaluation e : fresh) {
            events.add(new Audit.Past(
                    e.givenAt(),
                    Actor.ANONYMOUS,
                    KeptRows.event(
                            "reviews.rate",
                            EvaluationStore.TABLE,
                            e.id(),
                            Objects.requireNonNull(digests.get(e.id())),
                            "评价：" + Satisfaction.of(e.satisfaction()).label())));
        }
        audit.recordAll(events);
    }

    /** Registered at once, verified the next workday, put right within two weeks, revisited; the newest are still open. */
    private HistoricCase history(Given given) {
        EvaluationStore.Evaluation bad = given.evaluation();
        SplittableRandom random = new SplittableRandom(SEED * 31 ^ bad.id().getMostSignificantBits());
        NewCase opened = rectifications.newCase(
                bad,
                given.matter().title(),
                given.matter().applicantMasked(),
                "CP" + bad.id().toString().substring(0, 13).replace("-", ""));
        Unit unit = units.get(bad.unitId());
        Actor handler = official(unit, "approver");
        Actor overseer = official(unit, "overseer");
        List<HistoricCase.Deed> deeds = new ArrayList<>();
        deeds.add(new HistoricCase.Deed(bad.givenAt(), Actor.SYSTEM, "register", ActionInput.NONE));
        add(deeds, workday(bad.givenAt(), 1), handler, "uphold", ActionInput.opinion("已联系核实，反映的问题属实。"));
        int slow = random.nextInt(20) == 0 ? 18 : 3 + random.nextInt(9);
        add(
                deeds,
                workday(bad.givenAt(), slow),
                handler,
                "rectify",
                ActionInput.opinion(REMEDIES.get(random.nextInt(REMEDIES.size()))));
        add(
                deeds,
                workday(bad.givenAt(), slow + 2),
                overseer,
                bad.anonymous() ? RectificationType.WITHOUT_VISIT : RectificationType.REVISITED,
                ActionInput.opinion(bad.anonymous() ? "整改措施已落实。" : "电话回访，评价人表示认可。"));
        return new HistoricCase(
                Ids.at(bad.givenAt().toEpochMilli(), random.nextLong(), random.nextLong()),
                opened,
                Actor.SYSTEM,
                bad.givenAt(),
                deeds);
    }

    private void add(List<HistoricCase.Deed> deeds, Instant at, Actor actor, String action, ActionInput input) {
        if (at.isBefore(clock.instant()) && deeds.getLast().at().isBefore(at)) {
            deeds.add(new HistoricCase.Deed(at, actor, action, input));
        }
    }

    private Instant workday(Instant from, int later) {
        LegalCalendar days = calendar.getIfAvailable(LegalCalendar::official);
        LocalDate day = from.atZone(clock.getZone()).toLocalDate();
        for (int i = 0; i < later; i++) {
            do {
                day = day.plusDays(1);
            } while (!days.isWorkday(day));
        }
        return day.atTime(10, 30).atZone(clock.getZone()).toInstant();
    }

    private static Actor official(Unit unit, String role) {
        DemoStaff.Official official = DemoStaff.of(unit.code(), role).stream()
                .findFirst()
                .orElseGet(() -> DemoStaff.all().stream()
                        .filter(one -> one.roles().contains(role))
                        .findFirst()
                        .orElseThrow());
        Set<String> roles = new HashSet<>(official.roles());
        roles.add("official");
        return new Actor(
                official.id(),
                official.name(),
                ActingAs.OFFICIAL,
                official.id(),
                official.name(),
                unit.id(),
                unit.shortName(),
                roles,
                3);
    }
}
