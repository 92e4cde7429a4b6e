package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who alone may write which item (一数一源), by rule. */
@Component
final class FieldSources {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("name", "姓名"),
            Map.entry("idNumber", "公民身份号码"),
            Map.entry("gender", "性别"),
            Map.entry("birth", "出生日期"),
            Map.entry("phone", "手机号码"),
            Map.entry("address", "地址"),
            Map.entry("areaCode", "区划"),
            Map.entry("marital", "婚姻状况"),
            Map.entry("diedOn", "死亡日期"));

    private final Rules rules;
    private final Units units;
    private final Clock clock;

    FieldSources(Rules rules, Units units, Clock clock) {
        this.rules = rules;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Code of the actor's department, which is a source of all these fields.
     *
     * @throws Fault {@code registers.not-the-source}
     */
    String require(Actor actor, String register, Collection<String> fields) {
        if (actor.actingAs() == ActingAs.SYSTEM) {
            return "platform";
        }
        UUID unitId = actor.unitId();
        if (unitId == null) {
            throw new Fault(RegistersError.NO_UNIT);
        }
        String code = units.get(unitId).code();
        for (String field : fields) {
            List<String> sources = sources(register, field);
            if (!sources.contains(code)) {
                throw Fault.at(
                        "/fields/" + field,
                        RegistersError.NOT_THE_SOURCE,
                        register.equals("person") ? title(field) : LegalFacts.title(field),
                        names(sources));
            }
        }
        return code;
    }

    private List<String> sources(String register, String field) {
        LocalDate today = LocalDate.now(clock);
        return switch (register + "." + field) {
            case "person.phone", "person.address", "person.areaCode" -> rules.list("registers.source.contact", today);
            case "person.marital" -> rules.list("registers.source.marital", today);
            case "person.diedOn" -> rules.list("registers.source.death", today);
            default ->
                register.equals("person")
                        ? rules.list("registers.source.person", today)
                        : rules.list("registers.source.legal", today);
        };
    }

    static String title(String field) {
        return TITLES.getOrDefault(field, field);
    }

    private String names(List<String> codes) {
        return codes.stream()
                .map(code -> units.byCode(code).map(Unit::shortName).orElse(code))
                .collect(Collectors.joining("、"));
    }
}
