package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.licences.LicenceChanged;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.contracts.licences.Licences.Licence;
import cn.gov.jiyuan.contracts.registers.LicenceRegistered;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The register of electronic licences (电子证照库) follows what the system of licences tells on the feed and asks it for the
 * rest. The same told again changes nothing.
 */
@Component
final class LicenceFollower implements FeedConsumer {
    private static final Set<String> TOPICS =
            Set.of(LicenceChanged.ISSUED, LicenceChanged.RECORDED, LicenceChanged.ENDED);

    private static final int PORTION = 500;
    private static final int REMEMBERED = 20_000;

    private final Map<UUID, Boolean> firms = new ConcurrentHashMap<>();
    private final Licences licences;
    private final LicenceStore store;
    private final Parties parties;
    private final Feed feed;
    private final Clock clock;

    LicenceFollower(Licences licences, LicenceStore store, Parties parties, Feed feed, Clock clock) {
        this.licences = licences;
        this.store = store;
        this.parties = parties;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registers.licences";
    }

    @Override
    public boolean wants(String topic) {
        return TOPICS.contains(topic);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += PORTION) {
            keep(entries.subList(from, Math.min(entries.size(), from + PORTION)));
        }
    }

    private void keep(List<Entry> entries) {
        Set<UUID> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(UUID.fromString(entry.key())));
        Map<UUID, Licence> known = new HashMap<>();
        licences.findAll(ids).forEach(licence -> known.put(licence.id(), licence));
        Map<UUID, LicenceVersion> standing = new HashMap<>();
        store.current(ids).forEach(version -> standing.put(version.licenceId(), version));
        List<LicenceVersion> fresh = new ArrayList<>();
        for (Entry entry : entries) {
            Licence licence = known.get(UUID.fromString(entry.key()));
            if (licence != null) {
                keep(licence, entry, standing, fresh);
            }
        }
        store.insertAll(fresh);
    }

    /** What was taken over from earlier times is no news: whoever subscribed hears of what changes from then on. */
    private void keep(Licence licence, Entry entry, Map<UUID, LicenceVersion> standing, List<LicenceVersion> fresh) {
        LicenceVersion before = standing.get(licence.id());
        LicenceVersion now = version(licence, entry, before == null ? 1 : before.version() + 1);
        List<String> fields = before == null ? List.copyOf(LicenceVersion.TITLES.keySet()) : now.differences(before);
        if (fields.isEmpty()) {
            return;
        }
        if (before != null) {
            store.insertAll(fresh);
            fresh.clear();
            store.close(before.licenceId(), before.version(), now.from());
        }
        fresh.add(now);
        standing.put(now.licenceId(), now);
        if (!entry.topic().equals(LicenceChanged.RECORDED)) {
            feed.append(new Feed.Change(
                    LicenceRegistered.TOPIC,
                    now.licenceId().toString(),
                    1,
                    new LicenceRegistered(now.licenceId(), now.version(), now.from(), now.state(), fields)));
        }
    }

    /** Whether a holder is a firm, which never changes; asked once for each of those who hold many. */
    private boolean firm(UUID holder) {
        if (firms.size() >= REMEMBERED) {
            firms.clear();
        }
        return firms.computeIfAbsent(holder, id -> parties.legalEntity(id).isPresent());
    }

    /** The first version holds from the day of issue, later ones from the day on which they were told. */
    private LicenceVersion version(Licence licence, Entry entry, int number) {
        boolean firm = firm(licence.holderId());
        LocalDate told = LocalDate.ofInstant(entry.at(), clock.getZone());
        return new LicenceVersion(
                licence.id(),
                number,
                number == 1 ? licence.issuedOn() : told,
                null,
                licence.identifier(),
                licence.number(),
                licence.typeCode(),
                licence.typeName(),
                licence.holderId(),
                firm ? licence.holderName() : RegisterColumns.maskedName(licence.holderName()),
                firm ? "LEGAL" : "PERSON",
                licence.unitId(),
                licence.unitName(),
                licence.issuedOn(),
                licence.validFrom(),
                licence.validTo(),
                licence.state() == Licences.State.EXPIRED
                        ? Licences.State.VALID.name()
                        : licence.state().name(),
                entry.topic(),
                entry.sequence(),
                clock.instant());
    }
}
