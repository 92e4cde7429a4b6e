package cn.gov.jiyuan.platform.cases;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/** What systems have registered for their types: terms and effects, in a fixed order; asked for when first needed. */
final class CaseHooks {
    private final Supplier<Map<String, CaseTerms>> terms;
    private final Supplier<Map<String, List<CaseEffects>>> effects;

    CaseHooks(Supplier<Collection<? extends CaseTerms>> terms, Supplier<Collection<? extends CaseEffects>> effects) {
        this.terms = SingletonSupplier.of(
                () -> terms.get().stream().collect(Collectors.toMap(CaseTerms::caseType, Function.identity())));
        this.effects = SingletonSupplier.of(() -> effects.get().stream()
                .sorted(Comparator.comparingInt(CaseEffects::order)
                        .thenComparing(effect -> effect.getClass().getName()))
                .collect(Collectors.groupingBy(CaseEffects::caseType)));
    }

    CaseTerms terms(CaseType type) {
        CaseTerms stated = terms.get().get(type.id());
        return stated == null ? CaseTerms.none(type.id()) : stated;
    }

    List<CaseEffects> effects(CaseType type) {
        return effects.get().getOrDefault(type.id(), List.of());
    }
}
