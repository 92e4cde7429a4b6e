package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one inbox (待办): whatever the system, work is found here. Lists come in pages by key, never by offset. */
public interface Inbox {
    /** One page of the actor's work. */
    Page<Item> items(Actor actor, View view, Filter filter, @Nullable String after, int limit);

    /** How many lie in each view; counted up to 1,000 and then shown as 999+. */
    Map<View, Integer> counts(Actor actor);

    /** How many of a view are due when; counted up to 1,000. Empty for views of what is over. */
    Map<Due, Integer> due(Actor actor, View view);

    /** What the day brings. */
    MyDay myDay(Actor actor);

    /** Cases that the actor may see under the read permission of the type, newest first. */
    Page<CaseView> cases(Actor actor, String type, CaseFilter filter, @Nullable String after, int limit);

    /** Cases of one applicant, newest first: for the portal. */
    Page<CaseView> ofApplicant(UUID applicantId, @Nullable String after, int limit);

    /** Which part of the inbox. */
    enum View {
        MINE("待我办理"),
        CLAIMABLE("待签收"),
        DONE("我已办"),
        COPIES("传阅给我"),
        ALL("本单位在办");

        private final String label;

        View(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param type id of a case type; null for all
     * @param query part of number or title; null for all
     * @param due how near the deadline is; null for all
     */
    record Filter(
            @Nullable String type,
            @Nullable String query,
            @Nullable Due due) {
        public static final Filter NONE = new Filter(null, null, null);
    }

    /** How near the deadline of a case is; a clock that stands is never late. */
    enum Due {
        OVERDUE("已超期"),
        TODAY("今天到期"),
        /** After today, within three days. */
        SOON("三天内到期"),
        /** The clock stands, or colleagues are asked. */
        WAITING("等待他人");

        private final String label;

        Due(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param state null for all
     * @param query part of number or title; null for all
     */
    record CaseFilter(@Nullable String state, @Nullable String query) {
        public static final CaseFilter NONE = new CaseFilter(null, null);
    }

    /** One page; {@code next} is to be sent for the following one, null at the end. */
    record Page<T>(List<T> items, @Nullable String next) {}

    /** One line of the inbox. */
    record Item(
            UUID taskId,
            UUID caseId,
            TaskKind kind,
            TaskStatus status,
            String title,
            String type,
            @Nullable String number,
            String subject,
            String state,
            String stateLabel,
            String applicant,
            @Nullable Colleague assignee,
            @Nullable Colleague delegator,
            Colleague from,
            Instant openedAt,
            @Nullable Instant doneAt,
            @Nullable Instant dueAt,
            CaseView.ClockState clockState,
            int version) {
        /** Whether the case is late at the moment; a clock that stands is never late. */
        public boolean isLate(Instant now) {
            return dueAt != null && clockState == CaseView.ClockState.RUNNING && !now.isBefore(dueAt);
        }
    }

    /**
     * @param soon due after today, within three days
     * @param waiting those whose clock stands, or for which colleagues are asked
     */
    record MyDay(int mine, int claimable, int unread, int overdue, int today, int soon, int waiting, int doneToday) {}
}
