package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New versions of meanings (口径改版): one person drafts, another approves, and none of it reaches into the past. */
@Component
class Meanings {
    static final String APPROVE = "themes.meaning.approve";
    private final Topics topics;
    private final MeaningStore store;
    private final TopicStore runs;
    private final Datasets datasets;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Meanings(
            Topics topics,
            MeaningStore store,
            TopicStore runs,
            Datasets datasets,
            Access access,
            Audit audit,
            Clock clock) {
        this.topics = topics;
        this.store = store;
        this.runs = runs;
        this.datasets = datasets;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What stays empty is as in the version before. */
    record Draft(
            @Nullable LocalDate from,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String excluded,
            @Nullable String numeratorText,
            @Nullable String denominatorText,
            @Nullable String exclusionsText,
            @Nullable String basis) {
        Meaning.Terms over(Meaning.Terms before) {
            return new Meaning.Terms(
                    or(numerator, before.numerator()),
                    or(denominator, before.denominator()),
                    or(excluded, before.excluded()),
                    or(numeratorText, before.numeratorText()),
                    or(denominatorText, before.denominatorText()),
                    or(exclusionsText, before.exclusionsText()),
                    or(basis, before.basis()));
        }

        private static String or(@Nullable String told, String before) {
            return told == null || told.isBlank() ? before : told.strip();
        }
    }

    @Transactional
    public Meaning draft(Actor actor, String topicId, String indicator, Draft draft) {
        TopicSchema topic = topics.getBuilt(topicId);
        IndicatorSpec spec = topic.indicator(indicator);
        List<Meaning> known = store.lock(topicId, indicator);
        Meaning last = known.getLast();
        LocalDate earliest = LocalDate.now(clock).withDayOfMonth(1).plusMonths(1);
        LocalDate from = draft.from() == null ? earliest : draft.from();
        if (from.isBefore(earliest) || from.getDayOfMonth() != 1) {
            throw Fault.at("/from", ThemesError.NOT_RETROACTIVE, earliest, from);
        }
        if (known.stream().anyMatch(one -> one.from().equals(from))) {
            throw Fault.at("/from", ThemesError.TAKEN, from);
        }
        Meaning.Terms terms = draft.over(last.terms());
        check(spec, terms);
        store.draft(topic, spec, last.version() + 1, from, terms, actor, clock.instant());
        tell(actor, "themes.meaning.draft", topicId, spec, last.version() + 1, "起草", from);
        return store.find(topicId, indicator, last.version() + 1).orElseThrow();
    }

    @Transactional
    public Meaning approve(Actor actor, String topicId, String indicator, int version) {
        TopicSchema topic = topics.getBuilt(topicId);
        IndicatorSpec spec = topic.indicator(indicator);
        if (!access.rows(actor, APPROVE).covers(Unit.idOf(topic.unit()), null, null)) {
            throw new Fault(ThemesError.UNKNOWN, spec.title());
        }
        Meaning draft = store.lock(topicId, indicator).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, spec.title() + "口径第 " + version + " 版"));
        if (draft.approved()) {
            throw new Fault(ThemesError.STATE, "口径第 " + version + " 版", "已批准", "批准");
        }
        if (draft.draftedBy().equals(actor.personId())) {
            throw new Fault(ThemesError.OWN_DRAFT);
        }
        store.approve(draft.id(), actor, clock.instant());
        runs.want(topicId, clock.instant());
        tell(actor, "themes.meaning.approve", topicId, spec, version, "批准", draft.from());
        return store.find(topicId, indicator, version).orElseThrow();
    }

    List<Meaning> of(String topic, String indicator) {
        return store.of(topic).stream()
                .filter(one -> one.indicator().equals(indicator))
                .toList();
    }

    /** Each part is one whole number per row, made of the columns of the facts and nothing else. */
    private void check(IndicatorSpec spec, Meaning.Terms terms) {
        part(spec, "/numerator", terms.numerator());
        part(spec, "/denominator", terms.denominator());
        part(spec, "/excluded", terms.excluded());
    }

    private void part(IndicatorSpec spec, String pointer, String expression) {
        if (expression.matches("(?s).*(;|--|/\\*|\\bselect\\b|\\bfrom\\b).*")) {
            throw Fault.at(pointer, ThemesError.BAD_MEANING, "只能写一个表达式");
        }
        var facts = datasets.current(spec.fact()).orElseThrow(() -> new Fault(ThemesError.NOT_YET, spec.fact()));
        try (DataSession session = datasets.open(Map.of("facts", facts))) {
            String sql = "select sum(" + expression + ")::bigint as part, max(typeof(" + expression
                    + ")) as kind from facts f";
            if (session.columns(sql).getFirst().type() != DataType.INTEGER) {
                throw Fault.at(pointer, ThemesError.BAD_MEANING, "结果不是整数");
            }
            session.all(sql);
        } catch (Fault e) {
            if (e.code().code().startsWith("hub.")) {
                throw Fault.at(
                        pointer,
                        ThemesError.BAD_MEANING,
                        String.join(
                                "；", e.arguments().stream().map(String::valueOf).toList()));
            }
            throw e;
        }
    }

    private void tell(
            Actor actor, String action, String topic, IndicatorSpec spec, int version, String verb, LocalDate from) {
        audit.record(
                actor,
                new AuditEvent(
                        action,
                        "themes.meaning",
                        topic + "/" + spec.id() + "/" + version,
                        verb + "“" + spec.title() + "”口径第 " + version + " 版，自 " + from + " 起施行",
                        Map.of("topic", topic, "indicator", spec.id(), "version", version)));
    }
}
