package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the case of a bad review. */
@Component
final class Rectifications {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Cases cases;
    private final Units units;

    Rectifications(Cases cases, Units units) {
        this.cases = cases;
        this.units = units;
    }

    /**
     * In the transaction that takes the review.
     *
     * @param title of the service rated
     * @param reviewer name of the reviewer; not used if anonymous
     */
    UUID open(EvaluationStore.Evaluation bad, String title, String reviewer) {
        NewCase opened = newCase(
                bad, title, reviewer, cases.nextNumber("CP" + DAY.format(LocalDate.ofInstant(bad.givenAt(), HERE)), 5));
        UUID id = cases.open(Actor.SYSTEM, opened);
        int version = cases.find(id).orElseThrow().version();
        cases.act(Actor.SYSTEM, id, version, "register", ActionInput.NONE);
        return id;
    }

    /** An anonymous review has nobody behind it, so the unit stands in for the applicant. */
    NewCase newCase(EvaluationStore.Evaluation bad, String title, String reviewer, String number) {
        Unit unit = units.get(bad.unitId());
        Map<String, Object> data = new HashMap<>(Map.of(
                RectificationEffects.EVALUATION,
                bad.id().toString(),
                RectificationEffects.ANONYMOUS,
                bad.anonymous(),
                "satisfaction",
                bad.satisfaction(),
                "satisfactionText",
                Satisfaction.of(bad.satisfaction()).label(),
                "tags",
                String.join("、", bad.tags()),
                "words",
                bad.words()));
        if (bad.caseId() != null) {
            data.put("caseId", bad.caseId().toString());
            data.put("caseNumber", String.valueOf(bad.caseNumber()));
        }
        UUID reviewerId = bad.reviewerId();
        return new NewCase(
                RectificationType.ID,
                "差评：" + title,
                number,
                bad.unitId(),
                unit.areaCode(),
                reviewerId == null ? bad.unitId() : reviewerId,
                reviewerId == null ? unit.name() : reviewer,
                reviewerId == null ? NewCase.ApplicantKind.ORGANISATION : NewCase.ApplicantKind.PERSON,
                null,
                bad.id().toString(),
                data,
                "evaluation:" + bad.id(),
                bad.demo());
    }
}
