package cn.gov.jiyuan.platform.cases;

import java.util.Optional;

/** States the terms of a type's clocks, from rules and from the item concerned. A bean of this type is found by the engine. */
public interface CaseTerms {
    String caseType();

    /** Term with which the clock starts; empty if it does not apply to this case. */
    Optional<StatedTerm> term(CaseView matter, String clock);

    /** Term that a consequence names by its rule and not by a clock, “{onestop.urge.again}”; empty if the type knows none. */
    default Optional<StatedTerm> ofRule(String key) {
        return Optional.empty();
    }

    /** For a type that states no terms. */
    static CaseTerms none(String type) {
        return new CaseTerms() {
            @Override
            public String caseType() {
                return type;
            }

            @Override
            public Optional<StatedTerm> term(CaseView matter, String clock) {
                return Optional.empty();
            }
        };
    }

    /** Time added by a prolongation; empty refuses it. */
    default Optional<StatedTerm> prolongation(CaseView matter, String clock) {
        return Optional.empty();
    }
}
