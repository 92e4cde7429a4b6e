package cn.gov.jiyuan.platform.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the transition table (业务动作): from where to where, who may, what it needs, what follows.
 *
 * @param to the next state; null if the case stays where it is and the task goes on
 * @param permission that the actor must hold
 * @param notPerformerOf actions whose performer may not do this one (职责分离)
 * @param evidence kinds of evidence that must come with it
 * @param form id of the form whose answers come as data; null if none
 * @param consequence what will happen, told before it is done: “通过后将签发许可证并短信通知申请人。” A term is named by its clock,
 *     “在 {acceptance} 内告知”, see {@link TermBlanks}
 * @param marks milestones of the case that it sets
 * @param outcome result that it gives the case, “granted”; null if none
 * @param recallable whether its performer may take it back before the next one has acted
 * @param audit Chinese sentence for the audit trail; the label if null
 */
public record CaseAction(
        String id,
        String label,
        Set<String> from,
        @Nullable String to,
        Performer performer,
        String permission,
        Set<String> notPerformerOf,
        boolean opinion,
        boolean reason,
        Set<String> evidence,
        @Nullable String form,
        String consequence,
        List<ClockEffect> clocks,
        Set<Milestone> marks,
        @Nullable String outcome,
        boolean recallable,
        @Nullable String audit) {

    /** In which position somebody acts. */
    public enum Performer {
        /** The official who holds the task, or may take it. */
        HANDLER("承办人"),
        /** The applicant or the agent. */
        APPLICANT("申请人"),
        /** An official with the permission, whoever holds the task. */
        OVERSEER("负责人"),
        /** The platform. */
        SYSTEM("系统");

        private final String label;

        Performer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Moments that every case type has in common, kept in columns of their own. */
    public enum Milestone {
        SUBMITTED,
        ACCEPTED,
        DECIDED
    }

    boolean stays() {
        return to == null;
    }

    /** Declares one action. */
    public static final class Builder {
        private final String id;
        private final String label;
        private final Set<String> from = new LinkedHashSet<>();
        private @Nullable String to;
        private Performer performer = Performer.HANDLER;
        private String permission = "";
        private final Set<String> notPerformerOf = new LinkedHashSet<>();
        private boolean opinion;
        private boolean reason;
        private final Set<String> evidence = new LinkedHashSet<>();
        private @Nullable String form;
        private String consequence = "";
        private final List<ClockEffect> clocks = new ArrayList<>();
        private final Set<Milestone> marks = new LinkedHashSet<>();
        private @Nullable String outcome;
        private boolean recallable;
        private @Nullable String audit;

        Builder(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public Builder from(String... states) {
            from.addAll(List.of(states));
            return this;
        }

        public Builder to(String state) {
            to = state;
            return this;
        }

        public Builder by(Performer who) {
            performer = who;
            return this;
        }

        public Builder permission(String id) {
            permission = id;
            return this;
        }

        public Builder notPerformerOf(String... actions) {
            notPerformerOf.addAll(List.of(actions));
            return this;
        }

        public Builder needsOpinion() {
            opinion = true;
            return this;
        }

        public Builder needsReason() {
            reason = true;
            return this;
        }

        public Builder needsEvidence(String... kinds) {
            evidence.addAll(List.of(kinds));
            return this;
        }

        public Builder form(String id) {
            form = id;
            return this;
        }

        public Builder consequence(String sentence) {
            consequence = sentence;
            return this;
        }

        public Builder starts(String... ids) {
            List.of(ids).forEach(clock -> clocks.add(new ClockEffect.Start(clock)));
            return this;
        }

        /** Starts clocks as of the moment at which another one began; milestones of the action lie there, too. */
        public Builder startsAsOf(String other, String... ids) {
            List.of(ids).forEach(clock -> clocks.add(new ClockEffect.StartAsOf(clock, other)));
            return this;
        }

        public Builder pauses(String... ids) {
            List.of(ids).forEach(clock -> clocks.add(new ClockEffect.Pause(clock)));
            return this;
        }

        public Builder resumes(String... ids) {
            List.of(ids).forEach(clock -> clocks.add(new ClockEffect.Resume(clock)));
            return this;
        }

        public Builder prolongs(String... ids) {
            List.of(ids).forEach(clock -> clocks.add(new ClockEffect.Prolong(clock)));
            return this;
        }

        public Builder stops(String... ids) {
            List.of(ids).forEach(clock -> clocks.add(new ClockEffect.Stop(clock)));
            return this;
        }

        public Builder marks(Milestone... milestones) {
            marks.addAll(List.of(milestones));
            return this;
        }

        public Builder outcome(String id) {
            outcome = id;
            return this;
        }

        public Builder recallable() {
            recallable = true;
            return this;
        }

        public Builder audit(String sentence) {
            audit = sentence;
            return this;
        }

        CaseAction build() {
            return new CaseAction(
                    id,
                    label,
                    Set.copyOf(from),
                    to,
                    performer,
                    permission,
                    Set.copyOf(notPerformerOf),
                    opinion,
                    reason,
                    Set.copyOf(evidence),
                    form,
                    consequence,
                    List.copyOf(clocks),
                    Set.copyOf(marks),
                    outcome,
                    recallable,
                    audit);
        }
    }
}
