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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The register of electronic licences (电子证照库) follows what the system of licences tells on the feed and asks it for the
 * rest. The same told again changes nothing.
 */
@Component
final class LicenceFollower implements FeedConsumer {
    private static final Set<String> TOPICS =
            Set.of(LicenceChanged.ISSUED, LicenceChanged.RECORDED, LicenceChanged.ENDED);

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
        for (Entry entry : entries) {
            licences.find(UUID.fromString(entry.key())).ifPresent(licence -> keep(licence, entry));
        }
    }

    private void keep(Licence licence, Entry entry) {
        Optional<LicenceVersion> before = store.current(licence.id());
        LicenceVersion now =
                version(licence, entry, before.map(LicenceVersion::version).orElse(0) + 1);
        List<String> fields = before.map(now::differences).orElse(List.copyOf(LicenceVersion.TITLES.keySet()));
        if (fields.isEmpty()) {
            return;
        }
        before.ifPresent(old -> store.close(old.licenceId(), old.version(), now.from()));
        store.insert(now);
        feed.append(new Feed.Change(
                LicenceRegistered.TOPIC,
                now.licenceId().toString(),
                1,
                new LicenceRegistered(now.licenceId(), now.version(), now.from(), now.state(), fields)));
    }

    /** The first version holds from the day of issue, later ones from the day on which they were told. */
    private LicenceVersion version(Licence licence, Entry entry, int number) {
        boolean firm = parties.legalEntity(licence.holderId()).isPresent();
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
