package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.ItemCatalogueCode;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.forms.Forms;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The catalogue of 2,760 items of which the plan speaks: real names of service items, given to the units of 济源, some of
 * them carried out by each town. Those that the house ships count among them; the others are demo.
 */
@Component
final class DemoCatalogue implements DemoSource {
    /** 规划 §五-二-1(4). */
    private static final int PLANNED = 2_760;

    private final DemoItemWriter writer;
    private final Units units;
    private final Completeness completeness;
    private final Audit audit;
    private final Feed feed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoCatalogue(
            DemoItemWriter writer,
            Units units,
            Forms forms,
            ItemRules rules,
            Audit audit,
            Feed feed,
            TransactionTemplate transactions,
            Clock clock) {
        this.writer = writer;
        this.units = units;
        this.completeness = new Completeness(forms, rules);
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param towns how many towns carry it out as well, in official order; 0 if only the city does */
    record Line(String basicCode, String name, String unit, String theme, int towns) {}

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return "政务服务事项目录";
    }

    @Override
    public void load(Progress progress) {
        Set<String> house = ReferenceItems.all().values().stream()
                .map(ReferenceItem::basicCode)
                .collect(Collectors.toSet());
        List<Line> lines = lines().stream()
                .filter(line -> !house.contains(line.basicCode()))
                .toList();
        List<DemoItemWriter.Entry> entries = entries(lines);
        progress.total(entries.size());
        transactions.executeWithoutResult(status -> {
            if (writer.alreadyThere()) {
                return;
            }
            writer.write(lines, entries, clock.instant());
            for (int from = 0; from < entries.size(); from += 500) {
                List<DemoItemWriter.Entry> part = entries.subList(from, Math.min(entries.size(), from + 500));
                audit.recordAll(part.stream().map(DemoCatalogue::past).toList());
                feed.appendAll(part.stream()
                        .map(e -> Stewardship.published(e.guide(), e.from()))
                        .toList());
                progress.advance(part.size());
            }
        });
        progress.say(entries.size() + " 项");
    }

    private static Audit.Past past(DemoItemWriter.Entry entry) {
        Instant at = entry.publishedAt();
        ItemGuide guide = entry.guide();
        return new Audit.Past(
                at,
                Actor.SYSTEM,
                new AuditEvent("items.publish", "item", guide.code(), "发布第 1 版：" + guide.name(), Map.of()));
    }

    private List<DemoItemWriter.Entry> entries(List<Line> lines) {
        List<Unit> towns =
                units.offices().stream().filter(u -> u.kind() == Unit.Kind.TOWN).toList();
        LocalDate today = LocalDate.now(clock);
        List<DemoItemWriter.Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            Unit owner = units.byCode(line.unit())
                    .orElseThrow(() -> new Fault(ItemsError.REFERENCE_DATA, "catalogue.csv：" + line.unit()));
            entries.add(entry(line, owner, today));
            for (Unit town : towns.subList(0, line.towns())) {
                entries.add(entry(line, town, today));
            }
        }
        return entries.subList(
                0, Math.min(entries.size(), PLANNED - ReferenceItems.all().size()));
    }

    private DemoItemWriter.Entry entry(Line line, Unit owner, LocalDate today) {
        ItemType type = ItemType.ofCode(new ItemCatalogueCode(line.basicCode()).type())
                .orElseThrow(() -> new Fault(ItemsError.REFERENCE_DATA, line.basicCode()));
        String code = ReferenceItem.code(owner, line.basicCode());
        ReferenceItem item = new ReferenceItem(
                owner.code(),
                line.basicCode(),
                line.name(),
                new DemoContent(code, line.name(), type, owner, line.theme()).content());
        LocalDate from = today.minusDays(100 + Math.floorMod(code.hashCode(), 900));
        List<Shortfall> shortfalls = completeness.check(code, item.content());
        if (!shortfalls.isEmpty()) {
            throw new Fault(ItemsError.REFERENCE_DATA, line.name() + "：" + shortfalls);
        }
        return new DemoItemWriter.Entry(
                item.guide(owner, from, true),
                owner.areaCode(),
                from,
                from.atTime(9, 0).atZone(clock.getZone()).toInstant());
    }

    static List<Line> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource(), StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            reader.readLine();
            for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                lines.add(new Line(
                        cells[0], cells[1], cells[2], cells[3], cells[4].isEmpty() ? 0 : Integer.parseInt(cells[4])));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource() {
        InputStream in = DemoCatalogue.class.getResourceAsStream("/items/catalogue.csv");
        if (in == null) {
            throw new Fault(ItemsError.REFERENCE_DATA, "catalogue.csv");
        }
        return in;
    }
}
