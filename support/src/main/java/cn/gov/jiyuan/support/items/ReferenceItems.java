package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.forms.Forms;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Brings the items that the house ships into force, unless the city has them already; a changed one is the city's. */
@Component
final class ReferenceItems implements SmartInitializingSingleton {
    private final ItemStore store;
    private final Units units;
    private final Completeness completeness;
    private final Audit audit;
    private final Feed feed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReferenceItems(
            ItemStore store,
            Units units,
            Forms forms,
            ItemRules rules,
            Audit audit,
            Feed feed,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.units = units;
        this.completeness = new Completeness(forms, rules);
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        all().forEach((file, item) -> {
            Unit owner = units.byCode(item.unit())
                    .orElseThrow(() -> new Fault(ItemsError.REFERENCE_DATA, file + "：没有单位 " + item.unit()));
            transactions.executeWithoutResult(
                    status -> adopt(file, item.guide(owner, item.from(), false), owner, item));
        });
    }

    private void adopt(String file, ItemGuide guide, Unit owner, ReferenceItem item) {
        if (store.exists(guide.code())) {
            return;
        }
        List<Shortfall> shortfalls = completeness.check(guide.code(), guide.content());
        if (!shortfalls.isEmpty()) {
            throw new Fault(ItemsError.REFERENCE_DATA, file + "：" + shortfalls);
        }
        store.insertCatalogue(
                guide.basicCode(),
                item.catalogueName(),
                guide.content().basics().type().code(),
                "NATION",
                false);
        if (!store.insertItem(guide, owner.areaCode(), clock.instant())) {
            return;
        }
        store.insertDraft(guide.itemId(), 1, guide.content(), Actor.SYSTEM, clock.instant(), false);
        StoredVersion draft = store.version(guide.ref()).orElseThrow();
        store.publish(draft.id(), item.from(), Actor.SYSTEM, clock.instant());
        store.show(guide, clock.instant());
        audit.record(
                Actor.SYSTEM,
                new AuditEvent("items.publish", "item", guide.code(), "随软件发布事项：" + guide.name(), Map.of()));
        feed.append(Stewardship.published(guide, item.from()));
    }

    /** Every item file of the house by its name, in order: whoever adds a file has added the item. */
    static Map<String, ReferenceItem> all() {
        try {
            Map<String, ReferenceItem> items = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:items/*.json")) {
                String name = String.valueOf(file.getFilename());
                items.put(name.substring(0, name.length() - ".json".length()), read(file));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceItem read(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return ContentJson.JSON.readValue(in, ReferenceItem.class);
        } catch (JacksonException e) {
            throw Fault.caused(e, ItemsError.REFERENCE_DATA, file.getFilename() + "：" + e.getOriginalMessage());
        }
    }
}
