package cn.gov.jiyuan.data.opendata.operation;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Publicity has its days; without a grant there are no products. */
@Component("opendata.GrantEffects")
final class GrantEffects implements CaseEffects {
    private final OperationStore store;
    private final Products products;
    private final Rules rules;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    GrantEffects(
            OperationStore store, Products products, Rules rules, ObjectProvider<LegalCalendar> calendar, Clock clock) {
        this.store = store;
        this.products = products;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return OperationTypes.GRANT;
    }

    @Override
    public Result after(Transition transition) {
        UUID id = transition.matter().id();
        LocalDate today = LocalDate.now(clock);
        String state = transition.matter().state();
        switch (transition.action().id()) {
            case "publicise" -> {
                int days = Math.toIntExact(rules.integer("opendata.operation.publicity", today));
                LegalCalendar workdays = calendar.getIfAvailable(LegalCalendar::official);
                store.moved(id, state, workdays.addWorkdays(today, days), null);
            }
            case "sign" -> {
                LocalDate until = store.grant(id).orElseThrow().publicityTo();
                if (until == null || !today.isAfter(until)) {
                    throw new Fault(OpendataError.PUBLICITY, String.valueOf(until));
                }
                store.moved(id, state, null, transition.at());
            }
            case "terminate", "lapse" -> {
                store.moved(id, state, null, null);
                products.stopUnder(id, "授权已终止：" + transition.input().reason());
            }
            default -> store.moved(id, state, null, null);
        }
        return Result.NONE;
    }
}
