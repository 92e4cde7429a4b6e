package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An office at work: the engine on a real database, with a clock that the test moves. */
final class Office {
    final TestDatabase database = TestPostgres.fresh();
    final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
    final List<Feed.Change> changes = new CopyOnWriteArrayList<>();
    final CasesEngine engine;
    final Cases cases;
    final Tasks tasks;
    volatile Instant now = Instant.parse("2022-09-29T02:00:00Z");
    volatile LegalCalendar calendar = LegalCalendar.official();

    Office() {
        this(List.of(LicenceCases.TYPE), List.of());
    }

    Office(Collection<CaseType> types, Collection<? extends CaseEffects> effects) {
        engine = new CasesEngine(ground(), types, List.of(LicenceCases.TERMS), effects);
        cases = engine.cases();
        tasks = engine.tasks();
    }

    CasesEngine.Ground ground() {
        return new CasesEngine.Ground(
                database.dataSource(),
                database.transactions(),
                People.ACCESS,
                new RecordingAudit(),
                new RecordingFeed(),
                new ReversingCipher(),
                () -> calendar,
                new MovableClock());
    }

    void on(int year, int month, int day, int hour, int minute) {
        now = ZonedDateTime.of(year, month, day, hour, minute, 0, 0, CaseClock.ZONE)
                .toInstant();
    }

    void later(Duration span) {
        now = now.plus(span);
    }

    static NewCase application() {
        return new NewCase(
                LicenceCases.ID,
                "食品经营许可",
                null,
                People.UNIT,
                "419001001",
                People.APPLICANT.personId(),
                People.APPLICANT.name(),
                NewCase.ApplicantKind.PERSON,
                null,
                "11419001MB1A00028Q4000131013000/1",
                Map.of("shop", "小吃店"),
                null,
                false);
    }

    UUID aDraft() {
        return cases.open(People.APPLICANT, application());
    }

    UUID aSubmittedCase() {
        UUID id = aDraft();
        act(People.APPLICANT, id, "submit", ActionInput.NONE);
        return id;
    }

    UUID anAcceptedCase() {
        UUID id = aSubmittedCase();
        act(People.CLERK, id, "accept", ActionInput.opinion("材料齐全"));
        return id;
    }

    UUID aProposedCase() {
        UUID id = anAcceptedCase();
        act(People.REVIEWER, id, "propose", ActionInput.opinion("建议准予"));
        return id;
    }

    ActOutcome act(Actor actor, UUID id, String action, ActionInput input) {
        return cases.act(actor, id, version(id), action, input);
    }

    int version(UUID id) {
        return view(id).version();
    }

    CaseView view(UUID id) {
        return cases.find(id).orElseThrow();
    }

    /** The one live task of the kind. */
    TaskView task(UUID id, TaskKind kind) {
        return live(id, kind).getFirst();
    }

    List<TaskView> live(UUID id, TaskKind kind) {
        return cases.read(Actor.SYSTEM, id).tasks().stream()
                .filter(t -> t.kind() == kind && t.status().isLive())
                .toList();
    }

    private final class MovableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return CaseClock.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class RecordingAudit implements Audit {
        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void recordAll(List<Past> events) {
            events.forEach(past -> audited.add(past.event()));
        }
    }

    private final class RecordingFeed implements Feed {
        @Override
        public void append(Change change) {
            changes.add(change);
        }

        @Override
        public void appendAll(List<Change> more) {
            changes.addAll(more);
        }

        @Override
        public long head() {
            return changes.size();
        }
    }

    /** Stands for the key vault: bound to the row, never clear, and good enough to see that it is used. */
    private static final class ReversingCipher implements PersonalCipher {
        @Override
        public byte[] seal(String column, UUID row, String clear) {
            return new StringBuilder(clear).reverse().append(row).toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(String column, UUID row, byte[] sealed) {
            String text = new String(sealed, StandardCharsets.UTF_8);
            return new StringBuilder(text.substring(0, text.length() - 36))
                    .reverse()
                    .toString();
        }

        @Override
        public byte[] blind(String domain, String normalised) {
            try {
                return java.security.MessageDigest.getInstance("SHA-256")
                        .digest((domain + normalised).getBytes(StandardCharsets.UTF_8));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
