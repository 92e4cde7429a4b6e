package cn.gov.jiyuan.server;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A catalogue with the resources that a test wants, and their data in the hub. */
final class OpenDataSources implements ResourceCatalogue {
    private final TreeMap<String, Resource> resources = new TreeMap<>();
    private final Datasets datasets;
    private final Feed feed;
    private final TransactionTemplate transactions;
    private int batches;

    OpenDataSources(Datasets datasets, Feed feed, PlatformTransactionManager manager) {
        this.datasets = datasets;
        this.feed = feed;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Mounts rows behind a resource of the market department. */
    void mounts(String code, String name, OpenType open, List<DataColumn> columns, List<Object[]> rows) {
        String dataset = "opentest." + "r" + code.replaceAll("[^0-9]", "");
        datasets.declare(Actor.SYSTEM, new Dataset(dataset, name, "market", columns, List.of(), 1));
        lands(dataset, rows);
        publishes(code, name, open, dataset, columns);
    }

    void lands(String dataset, List<Object[]> rows) {
        try (Landing landing =
                datasets.land(Actor.SYSTEM, dataset, "open-data-test-" + ++batches, Landing.Mode.REPLACE)) {
            rows.forEach(landing::row);
            landing.commit();
        }
    }

    private void publishes(String code, String name, OpenType open, String dataset, List<DataColumn> columns) {
        resources.put(
                code,
                new Resource(
                        code,
                        1,
                        name,
                        name + "，由市场监管局提供。",
                        Unit.idOf("market"),
                        "market",
                        "市场监管局",
                        SharingType.UNCONDITIONAL,
                        null,
                        null,
                        open,
                        null,
                        UpdateCycle.MONTHLY,
                        LocalDate.of(2022, 9, 1),
                        columns.stream()
                                .map(column -> new ResourceItem(
                                        column.name(), column.title(), "C", 0, false, true, null, 1, column.personal()))
                                .toList(),
                        dataset,
                        false));
    }

    /** A new version of the resource says that it must not be opened; the feed tells it, as the real catalogue does. */
    void closes(String code) {
        Resource old = resources.get(code);
        resources.put(
                code,
                new Resource(
                        code,
                        old.version() + 1,
                        old.name(),
                        old.summary(),
                        old.unitId(),
                        old.unitCode(),
                        old.unitName(),
                        old.sharing(),
                        null,
                        null,
                        OpenType.NONE,
                        null,
                        old.cycle(),
                        old.publishedOn(),
                        old.items(),
                        old.dataset(),
                        false));
        transactions.executeWithoutResult(status -> feed.append(new Feed.Change(
                ResourcePublished.TOPIC,
                code,
                1,
                new ResourcePublished(
                        code,
                        old.version() + 1,
                        old.name(),
                        "market",
                        SharingType.UNCONDITIONAL,
                        OpenType.NONE,
                        false))));
    }

    @Override
    public Optional<Resource> published(String code) {
        return Optional.ofNullable(resources.get(code));
    }

    @Override
    public List<Resource> list(@Nullable String after, int limit) {
        Map<String, Resource> rest = after == null ? resources : resources.tailMap(after, false);
        return rest.values().stream().limit(limit).toList();
    }

    @Override
    public Optional<Resource> ofDataset(String dataset) {
        return resources.values().stream()
                .filter(resource -> dataset.equals(resource.dataset()))
                .findFirst();
    }
}
