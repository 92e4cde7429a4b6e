package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.HistoricCase.Deed;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** How a unit and the overseer go on with one invented card, as it goes in such an office. */
final class DemoAnswers {
    private static final List<String> EXPLANATIONS = List.of(
            "经办人员集中参加培训，窗口值守人手不足，导致未能按时办理；已安排替岗人员。",
            "现场核查排期较满，核查人员未及时在系统中记录进展。",
            "申请人补充说明的材料由其他科室代收，转交延误。",
            "经办人员休假，未按规定移交待办事项；已责成科室负责人整改。",
            "对补正要求掌握不全，首次告知遗漏一项；已组织学习一次性告知制度。");
    private static final List<String> APPEALS =
            List.of("停电检修导致当日业务系统无法登录，有检修通知为证，请予撤销。", "申请人电话要求暂缓办理，已有通话记录，请予核实。", "该件等待上级部门批复函件期间未能办理特别程序，请酌情处理。");
    private static final List<String> RESULTS =
            List.of("已建立每日临期办件清点制度，指定专人跟踪。", "已调整岗位，增加一名审查人员，同类办件均在时限内办结。", "已修订补正告知模板，逐项核对后发出。");

    private final LegalCalendar calendar;
    private final ZoneId zone;
    private final Instant now;
    private final SplittableRandom random;
    private final Actor clerk;
    private final Actor overseer;
    private final List<Deed> deeds = new ArrayList<>();
    private Instant at;
    private boolean over;

    DemoAnswers(LegalCalendar calendar, ZoneId zone, Instant now, Unit unit, SplittableRandom random) {
        this.calendar = calendar;
        this.zone = zone;
        this.now = now;
        this.random = random;
        List<DemoStaff.Official> clerks = DemoStaff.of(unit.code(), "clerk");
        this.clerk = actor(clerks.get(random.nextInt(clerks.size())), unit.shortName());
        this.overseer = actor(DemoStaff.of("data", "overseer").getFirst(), "政数局");
        this.at = now;
    }

    /** What is done with a card from the moment on at which it is issued. */
    List<Deed> card(Instant issued, String what) {
        at = issued;
        on(Actor.SYSTEM, "issue", issued, ActionInput.NONE.withReason(what));
        if (random.nextInt(100) < 9) {
            by(clerk, "appeal", few(0, 2), reason(APPEALS));
            if (random.nextBoolean()) {
                by(overseer, "uphold", few(1, 4), ActionInput.opinion("经查情况属实，非承办单位责任，申诉成立。"));
                return deeds;
            }
            by(overseer, "dismiss", few(1, 4), ActionInput.NONE.withReason("所述情况没有按规定办理停表或者延期手续，申诉不成立。"));
        }
        by(clerk, "explain", random.nextInt(12) == 0 ? few(6, 9) : few(0, 2), reason(EXPLANATIONS));
        if (random.nextInt(12) == 0) {
            by(overseer, "send-back", few(0, 2), ActionInput.NONE.withReason("没有写明责任人员和防范措施，请补充。"));
            by(clerk, "explain", few(1, 2), reason(EXPLANATIONS));
        }
        if (random.nextInt(3) == 0) {
            by(overseer, "order", few(0, 3), ActionInput.NONE.withReason("请建立临期办件提醒制度，并报告落实情况。"));
            by(clerk, "report", few(3, 9), reason(RESULTS));
        }
        by(overseer, "close", few(0, 3), ActionInput.opinion("说明属实，措施可行，予以办结。"));
        return deeds;
    }

    /** A warning that ended, or still holds if the end has not come. */
    List<Deed> warning(Instant issued, String what, Instant ended) {
        on(Actor.SYSTEM, "warn", issued, ActionInput.NONE.withReason(what));
        on(Actor.SYSTEM, "lift", ended, ActionInput.NONE.withReason("办件已经继续办理"));
        return deeds;
    }

    private int few(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private ActionInput reason(List<String> texts) {
        return ActionInput.NONE.withReason(texts.get(random.nextInt(texts.size())));
    }

    /** In office hours, at least an hour after what came before. */
    private void by(Actor official, String action, int workdays, ActionInput input) {
        LocalDate day = calendar.workdayOnOrAfter(LocalDate.ofInstant(at, zone));
        Instant moment = time(calendar.addWorkdays(day, workdays));
        if (!moment.isAfter(at.plusSeconds(3_600))) {
            moment = time(calendar.addWorkdays(day, workdays + 1));
        }
        on(official, action, moment, input);
    }

    private Instant time(LocalDate day) {
        LocalTime time = LocalTime.of(random.nextBoolean() ? 9 : 15, random.nextInt(60), random.nextInt(60));
        return day.atTime(time).atZone(zone).toInstant();
    }

    private void on(Actor actor, String action, Instant moment, ActionInput input) {
        over = over || moment.isAfter(now);
        if (!over) {
            at = moment;
            deeds.add(new Deed(moment, actor, action, input));
        }
    }

    private static Actor actor(DemoStaff.Official official, String unitName) {
        Set<String> roles = new HashSet<>(official.roles());
        roles.add("official");
        return new Actor(
                official.id(),
                official.name(),
                ActingAs.OFFICIAL,
                official.id(),
                official.name(),
                Unit.idOf(official.unit()),
                unitName,
                roles,
                3);
    }
}
