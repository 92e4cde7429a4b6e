package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over ratings of visits to the hall (现场服务“一次一评”), which its terminals collect. */
@Service
class Visits {
    private static final int MOST = 1_000;
    private static final int LONGEST = 500;
    private static final int FIRST_CHANNEL = 3;
    private static final int LAST_CHANNEL = 7;

    private final EvaluationStore store;
    private final Evaluations evaluations;
    private final Units units;
    private final OwnAccord ownAccord;
    private final Clock clock;

    Visits(JdbcClient jdbc, Evaluations evaluations, Units units, OwnAccord ownAccord, Clock clock) {
        this.store = new EvaluationStore(jdbc);
        this.evaluations = evaluations;
        this.units = units;
        this.ownAccord = ownAccord;
        this.clock = clock;
    }

    /**
     * One visit as a terminal tells it.
     *
     * @param visit number that the terminal gave it, unique
     * @param unit code of the unit
     * @param serviceWindow number of the window
     * @param channel 3 QR code, 4 tablet, 5 other terminal, 6 telephone, 7 text message
     * @param at when; null is now
     */
    record Visit(
            @Nullable String visit,
            @Nullable String unit,
            @Nullable String serviceWindow,
            int satisfaction,
            int channel,
            @Nullable List<String> tags,
            @Nullable String words,
            @Nullable Instant at) {}

    /** @return how many were new */
    @Transactional
    public int take(Actor actor, List<Visit> batch) {
        if (batch.size() > MOST) {
            throw new Fault(ReviewsError.VISIT, MOST + 1, "一批最多 " + MOST + " 条");
        }
        int taken = 0;
        for (int i = 0; i < batch.size(); i++) {
            EvaluationStore.Evaluation evaluation = checked(batch.get(i), i + 1);
            if (!store.knowsVisit(String.valueOf(evaluation.visit()))) {
                evaluations.keep(actor, evaluation, "现场服务（" + evaluation.serviceWindow() + " 窗口）");
                taken++;
            }
        }
        return taken;
    }

    private EvaluationStore.Evaluation checked(Visit visit, int line) {
        String number = required(visit.visit(), 64, line, "缺少现场服务编号，或者超过 64 个字");
        String window = required(visit.serviceWindow(), 32, line, "缺少窗口编号，或者超过 32 个字");
        Unit unit = units.byCode(String.valueOf(visit.unit()))
                .orElseThrow(() -> new Fault(ReviewsError.VISIT, line, "没有机构 " + visit.unit()));
        refuse(visit.satisfaction() < 1 || visit.satisfaction() > 5, line, "满意度只能是 1 至 5");
        refuse(visit.channel() < FIRST_CHANNEL || visit.channel() > LAST_CHANNEL, line, "渠道只能是 3 至 7");
        Instant now = clock.instant();
        Instant at = visit.at() == null ? now : visit.at();
        refuse(at.isAfter(now), line, "评价时间在将来");
        Satisfaction degree = Satisfaction.of(visit.satisfaction());
        String words = visit.words() == null ? "" : visit.words().strip();
        List<String> tags = visit.tags() == null ? List.of() : visit.tags();
        return new EvaluationStore.Evaluation(
                Ids.next(),
                null,
                null,
                number,
                null,
                unit.id(),
                window,
                null,
                null,
                degree.code(),
                visit.channel(),
                ownAccord.holds(visit.channel(), at),
                tags.stream().filter(degree.tags()::contains).toList(),
                words.substring(0, Math.min(LONGEST, words.length())),
                true,
                null,
                at,
                false);
    }

    private static String required(@Nullable String text, int longest, int line, String otherwise) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new Fault(ReviewsError.VISIT, line, otherwise);
        }
        return text.strip();
    }

    private static void refuse(boolean wrong, int line, String why) {
        if (wrong) {
            throw new Fault(ReviewsError.VISIT, line, why);
        }
    }
}
