package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The declarations that ship with the software, {@code themes/*.json}. */
@Component
public final class Topics {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final List<TopicSchema> all;

    Topics() {
        this.all = read();
    }

    private static List<TopicSchema> read() {
        try {
            List<TopicSchema> read = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:themes/*.json")) {
                read.add(JSON.readValue(file.getContentAsByteArray(), TopicSchema.class));
            }
            read.sort(
                    Comparator.comparing((TopicSchema topic) -> !topic.built()).thenComparing(TopicSchema::id));
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<TopicSchema> all() {
        return all;
    }

    public List<TopicSchema> built() {
        return all.stream().filter(TopicSchema::built).toList();
    }

    /** @throws Fault {@code themes.unknown} */
    public TopicSchema get(String id) {
        return all.stream()
                .filter(topic -> topic.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, id));
    }

    /** @throws Fault {@code themes.not-built} if it has no sources yet */
    TopicSchema getBuilt(String id) {
        TopicSchema topic = get(id);
        if (!topic.built()) {
            throw new Fault(ThemesError.NOT_BUILT, topic.title());
        }
        return topic;
    }

    /** The step that makes a dataset of a built theme. */
    public Optional<Step> step(String dataset) {
        return built().stream().flatMap(topic -> topic.stepOf(dataset).stream()).findFirst();
    }
}
