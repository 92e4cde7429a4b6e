package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafting and approving of rules of quality; whoever drafts does not approve. */
@Service
class QualityRules {
    private static final String PROPOSE = "stewardship.quality.propose";
    private static final String APPROVE = "stewardship.quality.approve";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final QualityRuleStore store;
    private final QualityRowChecks checks;
    private final DatasetReach reach;
    private final StewardshipTrail trail;
    private final Clock clock;

    QualityRules(
            QualityRuleStore store, QualityRowChecks checks, DatasetReach reach, StewardshipTrail trail, Clock clock) {
        this.store = store;
        this.checks = checks;
        this.reach = reach;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What stands in the form.
     *
     * @param code of the rule that gets a new version; null for a new rule
     */
    record Draft(
            @Nullable String code,
            @Nullable String dataset,
            @Nullable String title,
            @Nullable Template template,
            @Nullable Dimension dimension,
            @Nullable Settings settings,
            @Nullable BigDecimal weight,
            QualityRule.@Nullable Severity severity,
            @Nullable String basis) {}

    @Transactional
    public QualityRule propose(Actor actor, Draft draft) {
        Dataset dataset = reach.get(actor, PROPOSE, wanted(draft.dataset(), "dataset", "数据集"));
        Template template = wanted(draft.template(), "template", "规则模板");
        Settings settings = Objects.requireNonNullElse(draft.settings(), Settings.of());
        requireSound(draft, settings);
        checks.requireSound(dataset, template, settings);
        store.lockNumbers();
        List<QualityRule> versions = draft.code() == null ? List.of() : store.lock(draft.code());
        if (draft.code() != null
                && (versions.isEmpty() || !versions.getFirst().dataset().equals(dataset.name()))) {
            throw new Fault(StewardshipError.UNKNOWN, draft.code());
        }
        QualityRule rule = new QualityRule(
                Ids.next(),
                draft.code() == null ? "ZL%05d".formatted(store.next()) : draft.code(),
                versions.size() + 1,
                dataset.name(),
                reach.unit(dataset),
                wanted(draft.title(), "title", "规则名称"),
                Objects.requireNonNullElse(draft.dimension(), template.dimension()),
                template,
                settings,
                Objects.requireNonNullElse(draft.weight(), BigDecimal.ONE),
                Objects.requireNonNullElse(draft.severity(), QualityRule.Severity.MEDIUM),
                Objects.requireNonNullElse(draft.basis(), ""),
                QualityRule.State.DRAFT,
                actor.personId(),
                actor.name(),
                null,
                false);
        store.insert(rule, clock.instant());
        record(actor, "propose", "起草质量规则", rule);
        return rule;
    }

    @Transactional
    public QualityRule approve(Actor actor, UUID id) {
        QualityRule rule = of(actor, APPROVE, id);
        if (rule.state() != QualityRule.State.DRAFT) {
            throw new Fault(StewardshipError.NOT_A_DRAFT);
        }
        if (rule.proposedBy().equals(actor.personId())) {
            throw new Fault(StewardshipError.OWN_DRAFT);
        }
        store.approve(rule, actor.name(), clock.instant());
        record(actor, "approve", "批准质量规则", rule);
        return of(actor, APPROVE, id);
    }

    @Transactional
    public QualityRule stop(Actor actor, UUID id, String reason) {
        QualityRule rule = of(actor, APPROVE, id);
        String words = StewardshipTrail.reason("/reason", reason);
        store.stop(id);
        trail.record(
                actor,
                "rule",
                "stop",
                id.toString(),
                "停用质量规则：" + rule.code() + " " + rule.title(),
                Map.of("reason", words));
        return of(actor, APPROVE, id);
    }

    private QualityRule of(Actor actor, String permission, UUID id) {
        QualityRule rule = store.find(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
        reach.require(actor, permission, rule.unitId(), rule.code());
        return rule;
    }

    private static void requireSound(Draft draft, Settings settings) {
        BigDecimal weight = draft.weight();
        if (weight != null && (weight.signum() <= 0 || weight.compareTo(ALL) > 0)) {
            throw Fault.at("/weight", StewardshipError.BAD_RULE, "权重应大于 0，不超过 100");
        }
        if (settings.least().signum() < 0 || settings.least().compareTo(ALL) > 0) {
            throw Fault.at("/settings/threshold", StewardshipError.BAD_RULE, "合格线应在 0 至 100 之间");
        }
    }

    private static <T> T wanted(@Nullable T value, String place, String title) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Fault.at("/" + place, StewardshipError.BAD_RULE, "没有填写" + title);
        }
        return value;
    }

    private void record(Actor actor, String verb, String words, QualityRule rule) {
        trail.record(
                actor,
                "rule",
                verb,
                rule.id().toString(),
                words + "：" + rule.code() + " " + rule.title() + " 第 " + rule.version() + " 版",
                Map.of("dataset", rule.dataset(), "template", rule.template().name(), "weight", rule.weight()));
    }
}
