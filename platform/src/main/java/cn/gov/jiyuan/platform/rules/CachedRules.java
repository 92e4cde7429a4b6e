package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.quantity.Money;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Keeps all approved versions in memory and asks the database at most once a second whether anything changed. */
final class CachedRules implements Rules {
    private static final long CHECK_AFTER_NANOS = 1_000_000_000L;

    private final ParameterStore store;
    private final LongSupplier nanos;
    private volatile Snapshot snapshot = new Snapshot(-1, 0, Map.of());

    private record Snapshot(long revision, long checkedAt, Map<String, List<Parameter>> byKey) {}

    CachedRules(ParameterStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    @Override
    public Parameter parameter(String key, LocalDate on) {
        List<Parameter> versions = present().get(key);
        if (versions == null) {
            throw new Fault(RulesError.UNKNOWN, key);
        }
        return versions.stream()
                .filter(version -> version.holdsOn(on))
                .findFirst()
                .orElseThrow(() -> new Fault(RulesError.GAP, key, on));
    }

    @Override
    public LegalTerm term(String key, LocalDate on) {
        return typed(key, on, ValueType.TERM, RuleValue.Term.class).term();
    }

    @Override
    public long integer(String key, LocalDate on) {
        return typed(key, on, ValueType.INTEGER, RuleValue.Whole.class).number();
    }

    @Override
    public BigDecimal decimal(String key, LocalDate on) {
        return typed(key, on, ValueType.DECIMAL, RuleValue.Decimal.class).number();
    }

    @Override
    public String text(String key, LocalDate on) {
        return typed(key, on, ValueType.TEXT, RuleValue.Text.class).text();
    }

    @Override
    public List<String> list(String key, LocalDate on) {
        return typed(key, on, ValueType.LIST, RuleValue.Texts.class).texts();
    }

    @Override
    public Money money(String key, LocalDate on) {
        return typed(key, on, ValueType.MONEY, RuleValue.Amount.class).money();
    }

    private <T extends RuleValue> T typed(String key, LocalDate on, ValueType wanted, Class<T> type) {
        Parameter parameter = parameter(key, on);
        if (!type.isInstance(parameter.value())) {
            throw new Fault(RulesError.TYPE, key, parameter.type().label(), wanted.label());
        }
        return type.cast(parameter.value());
    }

    private Map<String, List<Parameter>> present() {
        Snapshot seen = snapshot;
        long now = nanos.getAsLong();
        if (seen.revision() >= 0 && now - seen.checkedAt() < CHECK_AFTER_NANOS) {
            return seen.byKey();
        }
        long revision = store.revision();
        Snapshot fresh = new Snapshot(
                revision,
                now,
                revision == seen.revision()
                        ? seen.byKey()
                        : store.approved().stream().collect(Collectors.groupingBy(Parameter::key)));
        snapshot = fresh;
        return fresh.byKey();
    }
}
