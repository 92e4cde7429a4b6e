package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.SpecialProcedure;
import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * States the terms of a matter's clocks: the legal and the promised one by the version of the item that the matter
 * keeps, the others by the rules in force.
 */
@Component
final class MatterTerms implements CaseTerms {
    private static final int KNOWN_AT_MOST = 500;

    private final ItemCatalogue items;
    private final Rules rules;
    private final Clock clock;
    private final Map<ItemVersionRef, ItemGuide> known = new ConcurrentHashMap<>();

    MatterTerms(ItemCatalogue items, Rules rules, Clock clock) {
        this.items = items;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return MatterType.ID;
    }

    @Override
    public Optional<StatedTerm> term(CaseView matter, String clockId) {
        return switch (clockId) {
            case MatterType.LEGAL -> Optional.of(legal(matter));
            case MatterType.PROMISED -> Optional.of(promised(matter));
            case MatterType.ACCEPTANCE -> ofRule("onestop.acceptance.notice");
            case MatterType.CORRECTION -> ofRule("onestop.correction.silence");
            case MatterType.DELIVERY -> ofRule("onestop.delivery.term");
            default -> Optional.empty();
        };
    }

    /** As the item states it: a special law may give less than the general ten workdays. */
    @Override
    public Optional<StatedTerm> prolongation(CaseView matter, String clockId) {
        ItemGuide guide = guide(matter);
        return guide.content().specialProcedures().stream()
                .filter(own -> own.effect() == SpecialProcedure.Effect.EXTENDS)
                .flatMap(own -> Stream.ofNullable(own.limit())
                        .map(limit -> new StatedTerm(limit, "item:" + guide.code(), guide.version(), own.basis())))
                .findFirst()
                .or(() -> ofRule("onestop.decision.extension"));
    }

    private StatedTerm legal(CaseView matter) {
        ItemGuide guide = guide(matter);
        String basis = guide.content().legalBasis().stream()
                .findFirst()
                .map(law -> law.law() + law.clause())
                .orElse("《行政许可法》第四十二条");
        return new StatedTerm(
                ChosenSituation.terms(matter, guide).legal(), "item:" + guide.code(), guide.version(), basis);
    }

    private StatedTerm promised(CaseView matter) {
        ItemGuide guide = guide(matter);
        return new StatedTerm(
                ChosenSituation.terms(matter, guide).promise(),
                "item:" + guide.code(),
                guide.version(),
                guide.unitName() + "公开承诺");
    }

    @Override
    public Optional<StatedTerm> ofRule(String key) {
        return Optional.of(StatedTerm.ruled(rules, key, LocalDate.now(clock)));
    }

    /** A version that a case keeps never changes, so each node may remember it. */
    private ItemGuide guide(CaseView matter) {
        if (known.size() > KNOWN_AT_MOST) {
            known.clear();
        }
        ItemVersionRef ref = new ItemVersionRef(
                String.valueOf(matter.data().get("itemCode")),
                ((Number) matter.data().getOrDefault("itemVersion", 1)).intValue());
        ItemGuide guide = known.get(ref);
        if (guide == null) {
            // Read outside the map's lock: whoever waits for that lock may hold the connection that reading waits for.
            guide = items.version(ref);
            known.put(ref, guide);
        }
        return guide;
    }
}
