package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.messages.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows from each action on a bad review: who must be revisited, what leaves the figures, who is told. */
@Component
final class RectificationEffects implements CaseEffects {
    static final String EVALUATION = "evaluationId";
    static final String ANONYMOUS = "anonymous";
    private static final String REVISIT = "revisit";
    private static final String CLAIMED = "claimed";

    private final EvaluationStore store;
    private final Messages messages;

    RectificationEffects(JdbcClient jdbc, Messages messages) {
        this.store = new EvaluationStore(jdbc);
        this.messages = messages;
    }

    @Override
    public String caseType() {
        return RectificationType.ID;
    }

    @Override
    public Result after(Transition transition) {
        CaseView matter = transition.matter();
        boolean anonymous = Boolean.TRUE.equals(matter.data().get(ANONYMOUS));
        switch (transition.action().id()) {
            case RectificationType.WITHOUT_VISIT -> require(anonymous, ReviewsError.REVISIT_DUE);
            case RectificationType.REVISITED -> {
                require(!anonymous, ReviewsError.NOBODY_TO_REVISIT);
                return new Result(Map.of(REVISIT, "satisfied"), List.of(), null);
            }
            case RectificationType.NOT_CONTENT -> {
                require(!anonymous, ReviewsError.NOBODY_TO_REVISIT);
                return new Result(Map.of(REVISIT, "dissatisfied"), List.of(), null);
            }
            case RectificationType.CLAIM -> {
                require(!Boolean.TRUE.equals(matter.data().get(CLAIMED)), ReviewsError.CLAIMED_ALREADY);
                return new Result(Map.of(CLAIMED, true), List.of(), null);
            }
            case RectificationType.CONFIRM ->
                store.exclude(
                        UUID.fromString(Objects.toString(matter.data().get(EVALUATION))),
                        matter.id(),
                        transition.input().reason(),
                        transition.at());
            default -> {}
        }
        if (!anonymous && transition.action().id().equals("rectify")) {
            messages.send(
                    matter.applicantId(),
                    "reviews.rectified",
                    List.of(matter.title(), transition.input().opinion()),
                    "/my/matters/" + matter.data().get("caseId"));
        }
        return Result.NONE;
    }

    private static void require(boolean condition, ReviewsError otherwise) {
        if (!condition) {
            throw new Fault(otherwise);
        }
    }
}
