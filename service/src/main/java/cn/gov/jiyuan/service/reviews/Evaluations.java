package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.contracts.onestop.Matters;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.KeptRows;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes one rating for each finished matter (一事一评) and each visit (一次一评), and one remark after it (追评). */
@Service
class Evaluations {
    private static final int LONGEST = 500;

    private final EvaluationStore store;
    private final Matters matters;
    private final Rectifications rectifications;
    private final OwnAccord ownAccord;
    private final Rules rules;
    private final PersonalCipher cipher;
    private final Audit audit;
    private final Feed feed;
    private final Clock clock;

    Evaluations(
            JdbcClient jdbc,
            Matters matters,
            Rectifications rectifications,
            OwnAccord ownAccord,
            Rules rules,
            PersonalCipher cipher,
            Audit audit,
            Feed feed,
            Clock clock) {
        this.store = new EvaluationStore(jdbc);
        this.matters = matters;
        this.rectifications = rectifications;
        this.ownAccord = ownAccord;
        this.rules = rules;
        this.cipher = cipher;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * What somebody says of a matter.
     *
     * @param source what tells one device from another; empty if not known
     * @param hasty sent faster than anybody reads the form
     */
    record Rating(
            int satisfaction,
            List<String> tags,
            String words,
            boolean anonymous,
            int channel,
            String source,
            boolean hasty) {}

    /** What the feed tells: never who rated. */
    record Given(
            UUID evaluationId,
            @Nullable UUID caseId,
            UUID unitId,
            @Nullable String itemCode,
            int satisfaction,
            @Nullable UUID rectification) {}

    /** The matter, if it is the actor's own, finished, not too long ago, and not rated yet. */
    Matters.MatterView open(Actor actor, UUID caseId) {
        return rateable(matters.own(actor, caseId).orElseThrow(() -> new Fault(ReviewsError.UNKNOWN)));
    }

    /** The same for whoever holds the receipt. */
    Matters.MatterView open(String number, String queryCode) {
        return rateable(matters.ofReceipt(number, queryCode).orElseThrow(() -> new Fault(ReviewsError.RECEIPT)));
    }

    private Matters.MatterView rateable(Matters.MatterView matter) {
        Instant finished = matter.finishedAt();
        if (finished == null) {
            throw new Fault(ReviewsError.NOT_FINISHED);
        }
        if (store.exists(matter.id())) {
            throw new Fault(ReviewsError.RATED);
        }
        LegalTerm window = rules.term("reviews.window", LocalDate.now(clock));
        LocalDate last = window.after(finished.atZone(clock.getZone()).toLocalDate());
        if (LocalDate.now(clock).isAfter(last)) {
            throw new Fault(ReviewsError.TOO_LATE, window.text());
        }
        return matter;
    }

    /** @return the case that a bad rating opened; empty if it was none */
    @Transactional
    public Optional<UUID> rate(Actor actor, UUID caseId, Rating rating) {
        return take(actor, open(actor, caseId), rating);
    }

    /** Whoever holds the receipt rates without a name: the receipt does not say who holds it. */
    @Transactional
    public Optional<UUID> rate(String number, String queryCode, Rating rating) {
        Rating unnamed = new Rating(
                rating.satisfaction(),
                rating.tags(),
                rating.words(),
                true,
                rating.channel(),
                rating.source(),
                rating.hasty());
        return take(Actor.ANONYMOUS, open(number, queryCode), unnamed);
    }

    private Optional<UUID> take(Actor actor, Matters.MatterView matter, Rating rating) {
        Satisfaction degree = degree(rating.satisfaction());
        Instant now = clock.instant();
        String words = rating.words().strip();
        EvaluationStore.Evaluation evaluation = new EvaluationStore.Evaluation(
                Ids.next(),
                matter.id(),
                matter.number(),
                null,
                matter.itemCode(),
                matter.unitId(),
                null,
                rating.anonymous() ? null : actor.principalId(),
                matter.handledBy(),
                degree.code(),
                rating.channel(),
                ownAccord.holds(rating.channel(), now),
                rating.tags().stream().filter(degree.tags()::contains).toList(),
                words.substring(0, Math.min(LONGEST, words.length())),
                rating.anonymous(),
                rating.source().isEmpty() ? null : cipher.blind("reviews.source", rating.source()),
                now,
                false);
        Optional<UUID> rectification = keep(actor, evaluation, matter.title());
        if (rating.hasty()) {
            store.suspect(evaluation.id(), "HASTE", evaluation.givenAt());
        }
        return rectification;
    }

    private static Satisfaction degree(int code) {
        if (code < 1 || code > 5) {
            throw Fault.at("/satisfaction", ReviewsError.NO_DEGREE);
        }
        return Satisfaction.of(code);
    }

    /** Writes a rating with its digest in the audit trail, and opens the case of a bad one. */
    @Transactional
    public Optional<UUID> keep(Actor actor, EvaluationStore.Evaluation e, String title) {
        if (!store.insert(e)) {
            throw new Fault(ReviewsError.RATED);
        }
        String digest = Objects.requireNonNull(
                store.digests(EvaluationStore.TABLE, List.of(e.id())).get(e.id()));
        Satisfaction degree = Satisfaction.of(e.satisfaction());
        audit.record(
                e.anonymous() ? Actor.ANONYMOUS : actor,
                KeptRows.event("reviews.rate", EvaluationStore.TABLE, e.id(), digest, "评价：" + degree.label()));
        store.suspect(e, Math.toIntExact(rules.integer("reviews.fake.count", LocalDate.now(clock))));
        Optional<UUID> rectification =
                isBad(e) ? Optional.of(rectifications.open(e, title, actor.principalName())) : Optional.empty();
        feed.append(new Feed.Change(
                "reviews.evaluation.given",
                e.id().toString(),
                1,
                new Given(e.id(), e.caseId(), e.unitId(), e.itemCode(), e.satisfaction(), rectification.orElse(null))));
        return rectification;
    }

    private boolean isBad(EvaluationStore.Evaluation e) {
        return rules.list("reviews.bad.levels", LocalDate.now(clock)).contains(String.valueOf(e.satisfaction()));
    }

    /** What the applicant said of his own matter; empty before. */
    Optional<Said> said(Actor actor, UUID caseId) {
        UUID own = matters.own(actor, caseId)
                .orElseThrow(() -> new Fault(ReviewsError.UNKNOWN))
                .id();
        return store.ofCase(own)
                .map(e -> new Said(
                        e,
                        Satisfaction.of(e.satisfaction()).label(),
                        store.followUpOf(e.id()).orElse(null)));
    }

    record Said(
            EvaluationStore.Evaluation evaluation,
            String degree,
            @Nullable String followUp) {}

    @Transactional
    public void followUp(Actor actor, UUID caseId, String words) {
        Said said = said(actor, caseId).orElseThrow(() -> new Fault(ReviewsError.UNKNOWN));
        String text = words.strip();
        if (text.isEmpty()) {
            throw Fault.at("/words", ReviewsError.NO_WORDS);
        }
        UUID id = Ids.next();
        if (!store.followUp(
                id, said.evaluation().id(), text.substring(0, Math.min(LONGEST, text.length())), clock.instant())) {
            throw new Fault(ReviewsError.FOLLOWED);
        }
        String digest = Objects.requireNonNull(
                store.digests(EvaluationStore.FOLLOW_UP, List.of(id)).get(id));
        audit.record(
                said.evaluation().anonymous() ? Actor.ANONYMOUS : actor,
                KeptRows.event("reviews.follow-up", EvaluationStore.FOLLOW_UP, id, digest, "追评"));
    }
}
