package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The 1,078 resources of which the plan speaks (规划 §五-一), over the units of the city; most are published, some wait
 * in a review, a few have data behind them and some of those are late.
 */
@Component
final class DemoResources implements DemoSource {
    private static final int PLANNED = 1_078;
    private static final int OF_A_TOWN = 10;
    private static final int FRESH = 16;
    private static final int LATE = 4;
    private static final int VERY_LATE = 4;
    private static final int ROWS = 20;

    private final DemoResourceWriter writer;
    private final ClassStore classes;
    private final ResourceStore store;
    private final MountStore mounts;
    private final CaseImport imports;
    private final Compiling compiling;
    private final Datasets datasets;
    private final Patrol patrol;
    private final Units units;
    private final Feed feed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoResources(
            DemoResourceWriter writer,
            ClassStore classes,
            ResourceStore store,
            MountStore mounts,
            CaseImport imports,
            Compiling compiling,
            Datasets datasets,
            Patrol patrol,
            Units units,
            Feed feed,
            TransactionTemplate transactions,
            Clock clock) {
        this.writer = writer;
        this.classes = classes;
        this.store = store;
        this.mounts = mounts;
        this.imports = imports;
        this.compiling = compiling;
        this.datasets = datasets;
        this.patrol = patrol;
        this.units = units;
        this.feed = feed;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param published null while it is not @param dataset null if none is mounted */
    record Made(
            UUID id,
            ResourceCode code,
            Unit unit,
            Content content,
            CoreMetadata core,
            String state,
            Instant opened,
            @Nullable Instant published,
            @Nullable String dataset,
            boolean fresh) {}

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return "政务信息资源目录";
    }

    @Override
    public void load(Progress progress) {
        progress.total(PLANNED);
        progress.say("编制信息资源目录");
        transactions.executeWithoutResult(status -> {
            imports.removeDemo(ResourceType.ID);
            imports.removeDemo(OrderType.ID);
            writer.removeDemo();
            List<Made> made = made();
            imports.importAll(made.stream().map(this::history));
            writer.write(made);
            feed.appendAll(made.stream()
                    .filter(one -> one.published() != null)
                    .map(DemoResources::published)
                    .toList());
            progress.advance(made.size());
            mount(made.stream().filter(one -> one.dataset() != null).toList());
        });
        if (progress.cancelled()) {
            return;
        }
        progress.say("供数和巡检");
        land();
        patrol.all();
    }

    private List<Made> made() {
        Map<String, List<DemoContent.Subject>> subjects = DemoContent.subjects();
        List<Unit> all = units.offices().stream()
                .filter(unit -> unit.kind() != Unit.Kind.AUTHORITY)
                .toList();
        long towns = all.stream().filter(unit -> unit.kind() == Unit.Kind.TOWN).count();
        int left = PLANNED - (int) towns * OF_A_TOWN;
        int offices = all.size() - (int) towns;
        List<Made> made = new ArrayList<>();
        for (Unit unit : all) {
            boolean town = unit.kind() == Unit.Kind.TOWN;
            int count = town ? OF_A_TOWN : (left + offices - 1) / offices;
            List<DemoContent.Subject> own = subjects.getOrDefault(town ? "towns" : unit.code(), List.of());
            for (DemoContent.Draft draft : DemoContent.drafts(own, count)) {
                made.add(one(unit, draft, made.size()));
            }
            if (!town) {
                left -= count;
                offices--;
            }
        }
        return made;
    }

    private Made one(Unit unit, DemoContent.Draft draft, int index) {
        SplittableRandom random = new SplittableRandom(1_078L * 31 + index);
        Content content = DemoContent.content(unit, draft, random);
        String wanted = draft.subject().classCode();
        boolean basic = !wanted.isEmpty() && draft.aspect() == 0;
        String classCode =
                basic ? wanted : classes.ofUnit(unit.code()).orElseThrow().code();
        int mounted = index % 44 == 3 ? index / 44 : -1;
        boolean isMounted = mounted >= 0 && mounted < FRESH + LATE + VERY_LATE;
        boolean fresh = isMounted && mounted < FRESH;
        String state = isMounted ? "published" : state(random);
        if (isMounted) {
            content = daily(content);
        } else if (state.equals("draft") && random.nextInt(2) == 0) {
            content = unfinished(content);
        }
        int ago = isMounted && !fresh
                ? mounted < FRESH + LATE ? 3 + mounted % 2 : 6 + mounted % 9
                : 20 + random.nextInt(700);
        Instant opened = moment(ago + 12, random);
        Instant published = state.equals("published") || state.equals("suspended") ? moment(ago, random) : null;
        ResourceCode code = new ResourceCode(classCode, store.nextSequence(classCode));
        String dataset = isMounted ? "shared.r" + classCode + "_" + code.sequence() : null;
        UUID id = Ids.at(opened.toEpochMilli(), random.nextLong(), random.nextLong());
        return new Made(
                id,
                code,
                unit,
                content,
                compiling.core(content, unit.uscc()),
                state,
                opened,
                published,
                dataset,
                fresh);
    }

    private static String state(SplittableRandom random) {
        int dice = random.nextInt(100);
        return dice < 88
                ? "published"
                : dice < 92
                        ? "draft"
                        : dice < 94 ? "secrecy" : dice < 96 ? "review" : dice < 99 ? "authority" : "suspended";
    }

    private static Content daily(Content c) {
        return new Content(
                c.name(),
                c.summary(),
                c.format(),
                SharingType.UNCONDITIONAL,
                "",
                null,
                "",
                SharingMode.PLATFORM_TABLE,
                c.open(),
                c.openCondition(),
                UpdateCycle.DAILY,
                c.related(),
                c.items());
    }

    private static Content unfinished(Content c) {
        return new Content(
                c.name(), c.name(), c.format(), null, "", null, "", null, null, "", c.cycle(), List.of(), c.items());
    }

    private Instant moment(int daysAgo, SplittableRandom random) {
        LocalTime time = LocalTime.of(9 + random.nextInt(8), random.nextInt(60));
        return LocalDate.now(clock)
                .minusDays(daysAgo)
                .atTime(time)
                .atZone(clock.getZone())
                .toInstant();
    }

    /** How it came to be published, step by step. */
    HistoricCase history(Made made) {
        Fresh fresh = new Fresh(made.unit(), made.code().classCode(), made.content(), Origin.COMPILED, "", true);
        Actor steward = actor(made.unit(), "datasteward", "steward");
        List<HistoricCase.Deed> deeds = new ArrayList<>();
        Instant published =
                Objects.requireNonNullElse(made.published(), made.opened().plusSeconds(86_400L * 10));
        int steps = switch (made.state()) {
            case "draft" -> 0;
            case "secrecy" -> 1;
            case "review" -> 2;
            case "authority" -> 3;
            case "published" -> 4;
            default -> 5;
        };
        add(deeds, steps, made.opened().plusSeconds(86_400), steward, "submit", ActionInput.NONE);
        add(
                deeds,
                steps,
                made.opened().plusSeconds(2 * 86_400),
                actor(made.unit(), "reviewer", "clerk"),
                "clear",
                ActionInput.opinion("经审查，不涉及国家秘密。"));
        add(
                deeds,
                steps,
                made.opened().plusSeconds(4 * 86_400),
                actor(made.unit(), "approver", "reviewer"),
                "pass",
                ActionInput.opinion("内容属实，同意报送。"));
        Actor manager = actor(units.get(ResourceType.AUTHORITY), "datamanager", "publisher");
        add(deeds, steps, published, manager, "publish", ActionInput.opinion("符合编制指南，同意发布。"));
        add(
                deeds,
                steps,
                published.plusSeconds(86_400),
                manager,
                "suspend",
                ActionInput.NONE.withReason("来源系统改造，暂停供数。"));
        return new HistoricCase(made.id(), Compiling.opened(fresh, made.code()), steward, made.opened(), deeds);
    }

    private static void add(
            List<HistoricCase.Deed> deeds, int steps, Instant at, Actor actor, String action, ActionInput input) {
        if (deeds.size() < steps) {
            deeds.add(new HistoricCase.Deed(at, actor, action, input));
        }
    }

    /** Who holds a role in a unit, or another one where nobody does. */
    static Actor actor(Unit unit, String role, String otherwise) {
        List<DemoStaff.Official> staff = DemoStaff.of(unit.code(), role);
        if (staff.isEmpty()) {
            staff = DemoStaff.of(unit.code(), otherwise);
        }
        if (staff.isEmpty()) {
            return Actor.SYSTEM;
        }
        DemoStaff.Official one = staff.getFirst();
        Set<String> roles = new HashSet<>(one.roles());
        roles.addAll(List.of("official", role));
        return new Actor(
                one.id(), one.name(), ActingAs.OFFICIAL, one.id(), one.name(), unit.id(), unit.name(), roles, 3);
    }

    static Feed.Change published(Made made) {
        Content content = made.content();
        return new Feed.Change(
                ResourcePublished.TOPIC,
                made.code().toString(),
                1,
                new ResourcePublished(
                        made.code().toString(),
                        1,
                        content.name(),
                        made.unit().code(),
                        Objects.requireNonNullElse(content.sharing(), SharingType.CONDITIONAL),
                        Objects.requireNonNullElse(content.open(), OpenType.NONE),
                        true));
    }

    private void mount(List<Made> mounted) {
        for (Made made : mounted) {
            List<DataColumn> columns = made.content().items().stream()
                    .map(item -> new DataColumn(
                            item.name(),
                            item.title(),
                            ItemType.of(item.type()).orElse(ItemType.C).hub(),
                            item.personal()))
                    .toList();
            String name = Objects.requireNonNull(made.dataset());
            datasets.declare(
                    Actor.SYSTEM,
                    new Dataset(name, made.content().name(), made.unit().code(), columns, List.of(), 1));
        }
    }

    /** Data for those that are to be fresh, known at once: the patrol does not wait for the feed. */
    private void land() {
        for (DemoResourceWriter.Mounted one : writer.mounted()) {
            if (one.fresh()) {
                land(one);
            }
        }
    }

    private void land(DemoResourceWriter.Mounted one) {
        LocalDate today = LocalDate.now(clock);
        try (Landing landing = datasets.land(Actor.SYSTEM, one.dataset(), "demo-" + today, Landing.Mode.REPLACE)) {
            for (int i = 1; i <= ROWS; i++) {
                int number = i;
                landing.row(one.items().stream()
                        .map(item -> cell(item, number, today))
                        .toArray());
            }
            Snapshot made = landing.commit().snapshot();
            if (made != null) {
                mounts.arrived(one.dataset(), made.at());
            }
        }
    }

    private static Object cell(ResourceItem item, int i, LocalDate today) {
        return switch (ItemType.of(item.type()).orElse(ItemType.C)) {
            case N, Y, B, F -> BigDecimal.valueOf(3_500 + i, 2);
            case I -> (long) i;
            case D -> today.minusDays(i);
            case T -> today.minusDays(i).atTime(8, 0);
            case L -> i % 2 == 0;
            case C, M, G -> item.name().equals("id_no") ? "41900119900101%04d".formatted(i) : item.title() + i;
        };
    }
}
