package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.HistoricCase.Deed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** How one invented matter goes from its submission on: who does what when, as it goes in such an office. */
final class DemoCourse {
    private static final Map<String, String> AT_WINDOW = Map.of(
            "receive", "窗口收件",
            "receive-originals", "窗口收取原件",
            "correct-at-window", "窗口收取补正",
            "deliver", "确认送达");

    /** How it ends, if nothing stops it before. */
    enum Fate {
        GRANTED,
        REFUSED,
        REJECTED,
        WITHDRAWN,
        LAPSED,
        TERMINATED;

        private static Fate draw(SplittableRandom random) {
            int per = random.nextInt(100);
            return per < 63
                    ? GRANTED
                    : per < 73 ? REFUSED : per < 83 ? REJECTED : per < 95 ? WITHDRAWN : per < 98 ? LAPSED : TERMINATED;
        }
    }

    /** @param stuckIn state in which nothing goes on; empty if it goes on */
    record Wish(Fate fate, String stuckIn) {
        private static final List<String> STUCK =
                List.of("submitted", "review", "review", "review", "special", "decision", "ready", "ready");

        static Wish draw(SplittableRandom random, boolean mayBeStuck) {
            Fate fate = Fate.draw(random);
            String stuck = "";
            if (mayBeStuck && random.nextInt(100) < 7) {
                stuck = STUCK.get(random.nextInt(STUCK.size()));
            }
            return new Wish(fate, stuck);
        }
    }

    private final DemoOffice.Trio people;
    private final DemoTale tale;
    private final OfficeMoments moments;
    private final SplittableRandom random;
    private final Actor applicant;
    private final Wish wish;
    private final Instant until;
    private final List<Deed> deeds = new ArrayList<>();
    private final Map<String, Object> known = new HashMap<>();
    private Instant at;
    private boolean over;

    /** @param until what would come later has not happened yet */
    DemoCourse(
            DemoOffice office,
            DemoTale tale,
            OfficeMoments moments,
            SplittableRandom random,
            Actor applicant,
            Wish wish,
            Instant opened,
            Instant until) {
        this.people = office.trio(random);
        this.tale = tale;
        this.moments = moments;
        this.random = random;
        this.applicant = applicant;
        this.wish = wish;
        this.until = until;
        this.at = opened;
        known.put(Channel.ORIGIN, origin(opened).code());
    }

    private Channel origin(Instant opened) {
        int per = random.nextInt(1_000);
        if (per < 9 && moments.isOffice(opened)) {
            return Channel.WINDOW;
        }
        return per < 400 ? Channel.MOBILE : Channel.COMPUTER;
    }

    /** By which channel it came. */
    String channel() {
        return String.valueOf(known.get(Channel.ORIGIN));
    }

    /** Who opened it: the clerk for a walk-in. */
    Actor opener() {
        return channel().equals(Channel.WINDOW.code()) ? people.clerk() : applicant;
    }

    List<Deed> deeds() {
        boolean walkIn = channel().equals(Channel.WINDOW.code());
        on(opener(), walkIn ? "receive" : "submit", at, ActionInput.NONE);
        if (wish.stuckIn().equals("submitted")) {
            deemAccepted();
            stop();
            return deeds;
        }
        corrections(people.clerk());
        if (wish.fate() == Fate.WITHDRAWN && random.nextInt(3) == 0) {
            withdraw();
        }
        if (wish.fate() == Fate.REJECTED) {
            reject();
            return deeds;
        }
        if (random.nextInt(250) == 0) {
            deemAccepted();
        } else {
            by(
                    people.clerk(),
                    "accept",
                    random.nextInt(10) < 7 ? 0 : few(1, tale.promise() == 0 ? 1 : 2),
                    ActionInput.NONE);
        }
        review();
        stopIfStuck("decision");
        decide();
        return deeds;
    }

    private void reject() {
        if (random.nextInt(6) == 0) {
            ActionInput input = ActionInput.NONE.withReason("所申请的地点在其他县（市），不属于本机关职权范围。");
            by(people.clerk(), "turn-away", few(0, 1), input.withData(Map.of("authority", "所在地的同级主管部门")));
        } else {
            by(people.clerk(), "reject", few(0, 2), reason(tale.rejections()));
        }
    }

    /** Nobody told anything for five workdays; the rest goes on from there. */
    private void deemAccepted() {
        Instant due = moments.endOfWorkday(at, 5);
        on(
                Actor.SYSTEM,
                "deem-accepted",
                due.plusSeconds(20 + random.nextInt(40)),
                ActionInput.NONE.withReason(DefaultStep.DEEMED_ACCEPTANCE.reason(due)));
    }

    private void corrections(Actor clerk) {
        boolean lapses = wish.fate() == Fate.LAPSED;
        if (!lapses && random.nextInt(100) >= 20) {
            return;
        }
        by(clerk, "request-correction", few(0, 1), reason(tale.corrections()));
        if (lapses) {
            on(Actor.SYSTEM, "lapse", moments.awake(at, 31, random), ActionInput.NONE);
            stop();
            return;
        }
        correct(clerk);
        if (random.nextInt(60) == 0) {
            by(
                    clerk,
                    "request-correction",
                    few(0, 1),
                    reason(tale.corrections()).withOpinion("首次告知时遗漏，向申请人说明并致歉。"));
            correct(clerk);
        }
    }

    private void correct(Actor clerk) {
        if (random.nextInt(50) == 0) {
            by(clerk, "correct-at-window", few(1, 5), ActionInput.NONE.withReason("补正的材料一份。"));
        } else {
            on(applicant, "correct", moments.awake(at, few(1, 6), random), ActionInput.NONE);
        }
    }

    private void review() {
        stopIfStuck("review");
        if (random.nextInt(250) == 0) {
            by(people.clerk(), "receive-originals", 0, ActionInput.NONE.withReason("核对原件后退还。"));
        }
        special();
        if (wish.fate() == Fate.WITHDRAWN) {
            withdraw();
        }
        if (tale.prolongable() && random.nextInt(70) == 0) {
            by(people.approver(), "extend", few(1, 3), reason(tale.extensions()));
            by(people.reviewer(), "review", tale.promise() + few(0, 3), ActionInput.opinion("补充论证后符合条件，建议准予。"));
            return;
        }
        String opinion = wish.fate() == Fate.REFUSED ? "不符合条件，建议不予许可。" : "材料齐全，符合条件，建议准予。";
        boolean slow = random.nextInt(80) == 0;
        if (slow && random.nextInt(3) == 0) {
            on(applicant, "urge", moments.awake(at, tale.promise() + 1, random), ActionInput.NONE);
        }
        int days = slow ? tale.promise() + few(2, 7) : few(0, Math.min(2, Math.max(0, (tale.promise() - 1) / 2)));
        by(people.reviewer(), "review", days, ActionInput.opinion(opinion));
        if (random.nextInt(50) == 0) {
            by(people.approver(), "send-back", 0, ActionInput.NONE.withReason("审查记录不完整，请补齐。"));
            by(
                    people.reviewer(),
                    "review",
                    few(0, tale.promise() > 2 ? 1 : 0),
                    ActionInput.opinion("记录已补齐，" + opinion));
        }
    }

    private void special() {
        Procedure procedure = tale.procedure();
        boolean stuck = wish.stuckIn().equals("special");
        if (procedure != null && (stuck || random.nextInt(100) < 35)) {
            by(people.reviewer(), "start-special", few(0, 1), inspection(procedure));
            if (stuck) {
                stop();
            }
            by(people.reviewer(), "finish-special", few(1, 3), ActionInput.opinion(tale.inspected()));
        }
    }

    /** Nearly always the party was told in writing; of the letter only its id is invented, not the file. */
    private ActionInput inspection(Procedure procedure) {
        ActionInput input =
                ActionInput.NONE.withReason(tale.inspection()).withData(Map.of("procedure", procedure.code()));
        UUID letter = new UUID(random.nextLong(), random.nextLong());
        return random.nextInt(400) == 0 ? input : input.withNotice(letter);
    }

    private void decide() {
        int days = few(0, tale.promise() > 0 ? 1 : 0);
        if (wish.fate() == Fate.TERMINATED) {
            by(people.approver(), "terminate", days, ActionInput.NONE.withReason("申请人已办理注销登记，许可事项消灭，终止办理。"));
            return;
        }
        if (wish.fate() == Fate.REFUSED) {
            by(people.approver(), "refuse", days, reason(tale.refusals()));
        } else {
            by(people.approver(), "grant", days, ActionInput.opinion("同意，准予许可。"));
            by(people.approver(), "issue", random.nextInt(10) < 8 ? 0 : 1, ActionInput.NONE);
        }
        stopIfStuck("ready");
        deliver();
        if (wish.fate() == Fate.GRANTED && tale.licence() && random.nextInt(250) == 0) {
            end();
        } else if (random.nextInt(100) < 40) {
            Instant filed = moments.office(at, few(5, 25), random);
            on(people.clerk(), "archive", filed, ActionInput.NONE.withData(Map.of("archived", moments.day(filed))));
        }
    }

    private void deliver() {
        int draw = random.nextInt(1_000);
        if (draw < 400) {
            on(applicant, "collect", moments.awake(at, few(1, 3), random), ActionInput.NONE);
        } else if (draw < 580) {
            String waybill = "EA%09dCN".formatted(random.nextInt(1_000_000_000));
            Map<String, Object> mailed = Map.of("carrier", "邮政特快专递", "waybill", waybill);
            by(people.clerk(), "mail", few(0, 1), ActionInput.NONE.withData(mailed));
            Instant signed = moments.office(at, draw == 579 ? few(11, 16) : few(1, 3), random);
            Map<String, Object> receipt = Map.of("method", "post", "receipt", waybill, "signedOn", moments.day(signed));
            on(people.clerk(), "deliver", signed, ActionInput.NONE.withData(receipt));
        } else {
            boolean counter = draw < 586;
            ActionInput input = ActionInput.NONE.withData(Map.of("method", counter ? "counter" : "electronic"));
            by(people.clerk(), "deliver", draw > 993 ? few(11, 16) : few(0, 2), input);
        }
    }

    /** What was granted is taken back months later, by law. */
    private void end() {
        boolean revoked = random.nextInt(5) > 0;
        ActionInput input = ActionInput.NONE
                .withReason(revoked ? "核查发现申请材料与实际不符，提供了虚假材料。" : "规划调整，准予所依据的客观情况发生重大变化。")
                .withData(Map.of("ground", revoked ? "fraud" : "facts", "heard", true));
        by(people.approver(), revoked ? "revoke" : "retract", few(30, 160), input);
    }

    private void withdraw() {
        on(applicant, "withdraw", moments.awake(at, few(1, 2), random), reason(tale.withdrawals()));
        stop();
    }

    private void stopIfStuck(String state) {
        over = over || wish.stuckIn().equals(state);
    }

    private void stop() {
        over = true;
    }

    private int few(int least, int most) {
        return least + random.nextInt(Math.max(0, most - least) + 1);
    }

    private ActionInput reason(List<String> reasons) {
        return ActionInput.NONE.withReason(reasons.get(random.nextInt(reasons.size())));
    }

    private void by(Actor official, String action, int workdays, ActionInput input) {
        on(official, action, moments.office(at, workdays, random), input);
    }

    private void on(Actor actor, String action, Instant moment, ActionInput input) {
        over = over || moment.isAfter(until);
        if (!over) {
            at = moment;
            deeds.add(new Deed(moment, actor, action, noted(action, moment, input)));
        }
    }

    /** As the effects of a live step would note its channel. */
    private ActionInput noted(String action, Instant moment, ActionInput input) {
        Map<String, Object> facts = Channel.noted(known, action, AT_WINDOW.getOrDefault(action, action), input, moment);
        if (facts.isEmpty()) {
            return input;
        }
        known.putAll(facts);
        Map<String, Object> all = new HashMap<>(input.data());
        all.putAll(facts);
        return input.withData(all);
    }
}
