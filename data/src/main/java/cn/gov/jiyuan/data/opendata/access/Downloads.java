package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.data.opendata.release.FileFormat;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Version;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may have which data, and the record of who had them (下载、调用记录). */
@Service("opendata.Downloads")
public class Downloads {
    private final UsageStore store;
    private final KeyStore keys;
    private final Applications applications;
    private final Audit audit;
    private final Clock clock;

    Downloads(UsageStore store, KeyStore keys, Applications applications, Audit audit, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets a file be taken, and writes down by whom, which version and under which licence.
     *
     * @throws Fault {@code opendata.not-granted} for conditional data without an agreement in force
     */
    @Transactional
    public Version.Distribution take(Actor actor, OpenDataset dataset, Version version, FileFormat format) {
        Version.Distribution file = version.files().stream()
                .filter(one -> one.format() == format)
                .findFirst()
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, format));
        UUID party = actor.isAnonymous() ? null : actor.principalId();
        UUID right = right(party, dataset);
        store.downloaded(
                dataset.id(), version.number(), format.name(), version.licence().id(), party, right, clock.instant());
        store.count(dataset.id(), LocalDate.now(clock), Usage.Kind.DOWNLOADS);
        if (right != null) {
            audit.record(
                    actor,
                    new AuditEvent(
                            "opendata.download",
                            "opendata.dataset",
                            dataset.id().toString(),
                            "下载“" + dataset.title() + "”第 " + version.number() + " 版（" + format + "）",
                            Map.of(
                                    "application",
                                    right.toString(),
                                    "licence",
                                    version.licence().id())));
        }
        return file;
    }

    /** Counts a call of the API; conditional data only for a key whose owner has an agreement in force. */
    @Transactional
    public void called(ApiKeys.@Nullable Key key, OpenDataset dataset) {
        right(key == null ? null : key.party(), dataset);
        store.count(dataset.id(), LocalDate.now(clock), Usage.Kind.CALLS);
        if (key != null) {
            keys.used(key.id(), dataset.id(), clock.instant());
        }
    }

    private @Nullable UUID right(@Nullable UUID party, OpenDataset dataset) {
        if (!dataset.isConditional()) {
            return null;
        }
        return java.util.Optional.ofNullable(party)
                .flatMap(who -> applications.right(who, dataset))
                .map(Applications.Application::id)
                .orElseThrow(() -> new Fault(OpendataError.NOT_GRANTED, dataset.title()));
    }

    @Transactional
    public void viewed(OpenDataset dataset) {
        store.count(dataset.id(), LocalDate.now(clock), Usage.Kind.VIEWS);
    }

    @Transactional(readOnly = true)
    public Usage usage(OpenDataset dataset) {
        return store.of(dataset.id());
    }

    @Transactional(readOnly = true)
    public Usage.Statistics statistics() {
        long[] counts = store.counts();
        LocalDate from = LocalDate.now(clock).minusMonths(11).withDayOfMonth(1);
        return new Usage.Statistics(store.total(), store.months(from), store.top(10), counts[0], counts[1], counts[2]);
    }

    /** A download as its owner sees it. */
    public record Mine(
            String identifier,
            String title,
            int version,
            String format,
            String licence,
            java.time.Instant at,
            boolean gone) {}

    @Transactional(readOnly = true)
    public List<Mine> of(Actor actor) {
        return store.ofParty(actor.principalId(), 100).stream()
                .map(one -> new Mine(
                        one.identifier(),
                        one.title(),
                        one.version(),
                        one.format(),
                        one.licence(),
                        one.at(),
                        one.gone()))
                .toList();
    }
}
