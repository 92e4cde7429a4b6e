package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people find wrong in data (数据纠错); answers are public. */
@Service("opendata.Feedback")
public class Feedback {
    private static final int LONGEST = 1000;
    private static final int SHOWN = 20;

    private final ServiceStore store;
    private final Opener opener;
    private final Clock clock;

    Feedback(ServiceStore store, Opener opener, Clock clock) {
        this.store = store;
        this.opener = opener;
        this.clock = clock;
    }

    public record Correction(
            UUID id,
            String number,
            UUID dataset,
            int version,
            String what,
            String state,
            Instant sent,
            @Nullable Instant due,
            String answer,
            @Nullable Instant answered) {
        public String stateLabel() {
            return ServiceTypes.correction().state(state).label();
        }

        public boolean isAnswered() {
            return answered != null;
        }
    }

    @Transactional
    public Correction send(Actor actor, OpenDataset dataset, String what) {
        String typed = Opener.typed("/what", what, LONGEST);
        Opener.Opened opened = opener.open(
                actor,
                ServiceTypes.CORRECTION,
                "JC",
                "数据纠错：" + dataset.title(),
                dataset.unitId(),
                Map.of("dataset", dataset.title(), "version", dataset.version(), "what", typed),
                false);
        store.insert(
                new Correction(
                        opened.id(),
                        opened.number(),
                        dataset.id(),
                        dataset.version(),
                        typed,
                        "sent",
                        clock.instant(),
                        null,
                        "",
                        null),
                dataset.unitId(),
                actor.isAnonymous() ? null : actor.principalId(),
                false);
        opener.act(opened.id(), "register", "");
        return store.correction(opened.number()).orElseThrow();
    }

    /** Answered ones, the newest first: what is not answered yet may hold anything. */
    @Transactional(readOnly = true)
    public List<Correction> answered(OpenDataset dataset) {
        return store.corrections(dataset.id(), SHOWN).stream()
                .filter(Correction::isAnswered)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Correction> byNumber(String number) {
        return store.correction(number);
    }
}
