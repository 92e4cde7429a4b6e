package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Calls a unit in when it had red cards in so many months running (连续红牌约谈); once for each last month. */
@Component
final class Talks {
    private final CardStore store;
    private final Cases cases;
    private final Units units;
    private final Rules rules;
    private final Messages messages;
    private final Parties parties;
    private final Clock clock;

    Talks(CardStore store, Cases cases, Units units, Rules rules, Messages messages, Parties parties, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.rules = rules;
        this.messages = messages;
        this.parties = parties;
        this.clock = clock;
    }

    void callIfDue(Card red) {
        LocalDate day = LocalDate.ofInstant(red.issuedAt(), clock.getZone());
        int months = Math.toIntExact(rules.integer("oversight.talk.months", day));
        YearMonth last = YearMonth.from(day);
        LocalDate first = last.minusMonths(months - 1L).atDay(1);
        Set<LocalDate> withRed = new HashSet<>(store.redMonths(red.unitId(), start(YearMonth.from(first))));
        boolean every = IntStream.range(0, months)
                .allMatch(back -> withRed.contains(last.minusMonths(back).atDay(1)));
        boolean firstOfMonth =
                store.sum(red.unitId(), start(last), start(last.plusMonths(1))).red() == 1;
        if (every && firstOfMonth) {
            call(red, last, months);
        }
    }

    private OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private void call(Card red, YearMonth last, int months) {
        Unit unit = units.get(red.unitId());
        Unit authority = units.get(CardType.OVERSEERS);
        cases.open(
                Actor.SYSTEM,
                new NewCase(
                        TalkType.ID,
                        "约谈" + unit.shortName() + "：至 " + last + " 连续 " + months + " 个月有红牌",
                        null,
                        unit.id(),
                        unit.areaCode(),
                        authority.id(),
                        authority.name(),
                        NewCase.ApplicantKind.ORGANISATION,
                        null,
                        "oversight:" + unit.id(),
                        Map.of("months", months, "last", last.toString()),
                        "oversight.talk:" + unit.id() + ":" + last,
                        red.demo()));
        LocalDate today = LocalDate.now(clock);
        for (Post post : parties.holders(unit.id(), "approver", today)) {
            messages.send(post.personId(), "oversight.talk", List.of(months), null);
        }
    }
}
