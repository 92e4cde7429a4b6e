package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.error.Fault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a theme database (主题库): its sources, the steps from layer to layer, its indicators. What has no
 * source on this platform says so.
 *
 * @param unit house code of the unit that answers for it
 * @param consumers ids of the systems that use it
 * @param needs resources that are still missing
 */
public record TopicSchema(
        String id,
        String title,
        String unit,
        String purpose,
        List<String> consumers,
        List<SourceTask> sources,
        List<Step> steps,
        List<IndicatorSpec> indicators,
        List<Need> needs) {

    /** A resource that the theme needs, who has it, and with which system it will come. */
    public record Need(String resource, String provider, String system) {}

    public TopicSchema {
        consumers = listed(consumers);
        sources = listed(sources);
        steps = listed(steps);
        indicators = listed(indicators);
        needs = listed(needs);
    }

    static <T> List<T> listed(@Nullable List<T> declared) {
        return declared == null ? List.of() : List.copyOf(declared);
    }

    public boolean built() {
        return !steps.isEmpty();
    }

    SourceTask source(String source) {
        return sources.stream()
                .filter(one -> one.id().equals(source))
                .findFirst()
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, source));
    }

    IndicatorSpec indicator(String indicator) {
        return indicators.stream()
                .filter(one -> one.id().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, indicator));
    }

    Optional<SourceTask> sourceOf(String dataset) {
        return sources.stream().filter(one -> one.dataset().equals(dataset)).findFirst();
    }

    Optional<Step> stepOf(String dataset) {
        return steps.stream().filter(one -> one.dataset().equals(dataset)).findFirst();
    }

    Step step(String dataset) {
        return stepOf(dataset).orElseThrow(() -> new Fault(ThemesError.UNKNOWN, dataset));
    }

    /** The dataset of monthly figures by unit, area and item, under each meaning. */
    String summary() {
        return "dws." + id + "_figure";
    }

    /** The dataset of figures as they are given out, each month under the meaning that was in force. */
    String figures() {
        return "ads." + id + "_figure";
    }

    /** Sources without which a dataset would not be. */
    List<SourceTask> upstream(String dataset) {
        return stepOf(dataset)
                .map(step -> step.from().stream()
                        .flatMap(join -> upstream(join.dataset()).stream())
                        .distinct()
                        .toList())
                .orElseGet(() ->
                        sourceOf(dataset).stream().filter(Objects::nonNull).toList());
    }
}
