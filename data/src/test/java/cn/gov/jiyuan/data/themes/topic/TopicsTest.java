package cn.gov.jiyuan.data.themes.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = new Topics();

    @Test
    void the_plan_names_eight_themes() {
        assertThat(topics.all()).hasSize(8).extracting(TopicSchema::title).doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_built_names_what_is_missing() {
        topics.all().stream()
                .filter(topic -> !topic.built())
                .forEach(topic -> assertThat(topic.needs()).isNotEmpty());
    }

    @Test
    void every_source_is_a_published_view_or_a_reader() {
        topics.built().stream().flatMap(topic -> topic.sources().stream()).forEach(source -> {
            assertThat(source.view() == null).isNotEqualTo(source.reader() == null);
            if (source.view() != null) {
                assertThat(ViewStore.PUBLISHED).contains(source.view());
            }
        });
    }

    @Test
    void every_column_that_a_step_names_is_one_of_its_inputs() {
        for (TopicSchema topic : topics.built()) {
            for (Step step : topic.steps()) {
                step.columns()
                        .forEach(column -> StepSql.references(step, column.expr())
                                .forEach(reference -> assertThat(columns(topic, reference.dataset()))
                                        .as(step.dataset() + "." + column.name())
                                        .contains(reference.column())));
            }
        }
    }

    @Test
    void no_column_holds_a_name_or_a_number_of_a_person() {
        topics.built().stream()
                .flatMap(topic -> topic.sources().stream())
                .flatMap(source -> source.columns().stream())
                .forEach(column -> assertThat(column.of())
                        .doesNotContain("applicant_id", "applicant_name", "agent", "masked", "words"));
    }

    private static List<String> columns(TopicSchema topic, String dataset) {
        return topic.stepOf(dataset)
                .map(step -> step.columns().stream().map(Step.StepColumn::name).toList())
                .orElseGet(() -> topic.sourceOf(dataset).orElseThrow().columns().stream()
                        .map(SourceTask.SourceColumn::name)
                        .toList());
    }
}
