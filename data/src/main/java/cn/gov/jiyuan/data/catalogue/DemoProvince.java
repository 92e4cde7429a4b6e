package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A few resources of the province, for the second installation of the demonstration (省级平台演示). Two have data; among
 * the enterprises are some of other cities and one with a wrong code, so that the city sends rows back.
 */
@Component
final class DemoProvince implements DemoSource {
    private static final int FIRMS = 60;
    private static final int MARRIAGES = 40;
    private static final List<String> ELSEWHERE = List.of("410105", "410302", "410803");

    private final DemoResources resources;
    private final DemoResourceWriter writer;
    private final ClassStore classes;
    private final ResourceStore store;
    private final CaseImport imports;
    private final Compiling compiling;
    private final Datasets datasets;
    private final MountStore mounts;
    private final Units units;
    private final Feed feed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoProvince(
            DemoResources resources,
            DemoResourceWriter writer,
            ClassStore classes,
            ResourceStore store,
            CaseImport imports,
            Compiling compiling,
            Datasets datasets,
            MountStore mounts,
            Units units,
            Feed feed,
            PlatformTransactionManager manager,
            Clock clock) {
        this.resources = resources;
        this.writer = writer;
        this.classes = classes;
        this.store = store;
        this.imports = imports;
        this.compiling = compiling;
        this.datasets = datasets;
        this.mounts = mounts;
        this.units = units;
        this.feed = feed;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return "省级信息资源目录";
    }

    @Override
    public boolean suits(Instance.Level level) {
        return level == Instance.Level.PROVINCE;
    }

    @Override
    public void load(Progress progress) {
        List<DemoResources.Made> made = transactions.execute(status -> {
            imports.removeDemo(ResourceType.ID);
            writer.removeDemo();
            List<DemoResources.Made> all = made();
            imports.importAll(all.stream().map(resources::history));
            writer.write(all);
            feed.appendAll(all.stream().map(DemoResources::published).toList());
            return all;
        });
        Objects.requireNonNull(made).stream()
                .filter(one -> one.dataset() != null)
                .forEach(this::land);
        progress.advance(1);
    }

    private List<DemoResources.Made> made() {
        List<DemoResources.Made> made = new ArrayList<>();
        made.add(one("market", "企业登记注册信息", SharingType.UNCONDITIONAL, enterprise(), "province.enterprise", 200));
        made.add(one("civil", "婚姻登记信息", SharingType.CONDITIONAL, marriage(), "province.marriage", 180));
        made.add(one("civil", "社会组织登记信息", SharingType.UNCONDITIONAL, organisation(), null, 160));
        made.add(one("ecology", "企业环境信用评价结果", SharingType.UNCONDITIONAL, credit(), null, 140));
        made.add(one("labour", "职业资格证书信息", SharingType.CONDITIONAL, certificate(), null, 120));
        made.add(one("industry", "涉密科研项目信息", SharingType.NONE, project(), null, 100));
        return made;
    }

    private DemoResources.Made one(
            String unitCode,
            String name,
            SharingType sharing,
            List<ResourceItem> items,
            @Nullable String dataset,
            int daysAgo) {
        Unit unit = units.byCode(unitCode).orElseThrow();
        String classCode = classes.ofUnit(unitCode).orElseThrow().code();
        ResourceCode code = new ResourceCode(classCode, store.nextSequence(classCode));
        boolean refused = sharing == SharingType.NONE;
        Content content = new Content(
                name,
                unit.name() + "在履行职责中形成的" + name + "，覆盖全省，供市县部门核验和回流使用。",
                FormatKind.DATABASE,
                sharing,
                sharing == SharingType.CONDITIONAL ? "限用于行政审批、公共服务中的核验，只下发属地数据" : "",
                refused ? BasisKind.LAW : null,
                refused ? "《中华人民共和国保守国家秘密法》第三十六条" : "",
                refused ? null : SharingMode.PLATFORM_TABLE,
                OpenType.NONE,
                "",
                UpdateCycle.DAILY,
                List.of(),
                items);
        Instant published = LocalDate.now(clock)
                .minusDays(daysAgo)
                .atTime(10, 0)
                .atZone(clock.getZone())
                .toInstant();
        Instant opened = published.minusSeconds(12 * 86_400L);
        return new DemoResources.Made(
                Ids.at(opened.toEpochMilli(), name.hashCode(), daysAgo),
                code,
                unit,
                content,
                compiling.core(content, unit.uscc()),
                "published",
                opened,
                published,
                dataset,
                true);
    }

    private static List<ResourceItem> enterprise() {
        return List.of(
                key("uscc", "统一社会信用代码", "DE00020", 1, false),
                item("name", "企业名称", "C", 200, 1, false),
                item("legal_rep", "法定代表人", "C", 50, 2, true),
                item("address", "住所", "C", 300, 1, false),
                item("area_code", "行政区划代码", "C", 12, 1, false),
                item("registered_on", "成立日期", "D", 0, 1, false));
    }

    private static List<ResourceItem> marriage() {
        return List.of(
                key("certificate_no", "婚姻登记证号", null, 3, true),
                item("id_no", "公民身份号码", "C", 18, 4, true),
                item("name", "姓名", "C", 50, 3, true),
                item("area_code", "登记机关区划", "C", 12, 1, false),
                item("registered_on", "登记日期", "D", 0, 2, false));
    }

    private static List<ResourceItem> organisation() {
        return List.of(
                key("uscc", "统一社会信用代码", "DE00020", 1, false),
                item("name", "社会组织名称", "C", 200, 1, false),
                item("area_code", "行政区划代码", "C", 12, 1, false));
    }

    private static List<ResourceItem> credit() {
        return List.of(
                key("uscc", "统一社会信用代码", "DE00020", 1, false),
                item("grade", "评价等级", "C", 10, 1, false),
                item("assessed_on", "评价日期", "D", 0, 1, false));
    }

    private static List<ResourceItem> certificate() {
        return List.of(
                key("certificate_no", "证书编号", null, 2, false),
                item("id_no", "公民身份号码", "C", 18, 4, true),
                item("occupation", "职业名称", "C", 100, 1, false));
    }

    private static List<ResourceItem> project() {
        return List.of(key("project_no", "项目编号", null, 4, false), item("name", "项目名称", "C", 200, 4, false));
    }

    private static ResourceItem key(String name, String title, @Nullable String element, int level, boolean personal) {
        return new ResourceItem(name, title, "C", 40, true, false, element, level, personal);
    }

    private static ResourceItem item(String name, String title, String type, int length, int level, boolean personal) {
        return new ResourceItem(name, title, type, length, false, true, null, level, personal);
    }

    private void land(DemoResources.Made made) {
        String dataset = Objects.requireNonNull(made.dataset());
        List<ResourceItem> items = made.content().items();
        datasets.declare(
                Actor.SYSTEM,
                new Dataset(
                        dataset,
                        made.content().name(),
                        made.unit().code(),
                        items.stream()
                                .map(item -> new DataColumn(
                                        item.name(),
                                        item.title(),
                                        ItemType.of(item.type())
                                                .orElse(ItemType.C)
                                                .hub(),
                                        item.personal()))
                                .toList(),
                        List.of(items.getFirst().name()),
                        1));
        LocalDate today = LocalDate.now(clock);
        try (Landing landing = datasets.land(Actor.SYSTEM, dataset, "demo-" + today, Landing.Mode.REPLACE)) {
            if (dataset.endsWith("enterprise")) {
                firms(landing);
            } else {
                marriages(landing, today);
            }
            landing.commit();
        }
        mounts.arrived(dataset, clock.instant());
    }

    private static void firms(Landing landing) {
        for (int i = 0; i < FIRMS; i++) {
            DemoPopulation.Firm firm = DemoPopulation.firm(i);
            String area = i >= FIRMS - ELSEWHERE.size() ? ELSEWHERE.get(FIRMS - 1 - i) : firm.areaCode();
            landing.row(
                    i == 7 ? wrong(firm.uscc().value()) : firm.uscc().value(),
                    firm.name(),
                    firm.representative().name(),
                    firm.address(),
                    area,
                    firm.registeredOn());
        }
    }

    private static void marriages(Landing landing, LocalDate today) {
        for (int i = 0; i < MARRIAGES; i++) {
            DemoPopulation.Citizen citizen = DemoPopulation.citizen(i);
            landing.row(
                    "J410000-%d-%06d".formatted(today.getYear() - 3, i + 1),
                    citizen.idNumber().value(),
                    citizen.name(),
                    "419001",
                    today.minusDays(900 + i));
        }
    }

    /** The code with another last place, as a hand types it wrong. */
    private static String wrong(String uscc) {
        char last = uscc.charAt(uscc.length() - 1);
        return uscc.substring(0, uscc.length() - 1) + (last == '0' ? '1' : '0');
    }
}
