package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.Audience;
import cn.gov.jiyuan.contracts.items.ItemCollections;
import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The situations of {@code collections/collections.json}; editors change that file, not the code. */
@Component
final class CollectionLibrary implements ItemCollections {
    private final List<Entry> all = read();

    /**
     * One situation of life or business (办事情景).
     *
     * @param sentence as people say it
     * @param words by which the search finds it
     */
    record Entry(
            String id,

            @com.fasterxml.jackson.annotation.JsonProperty("for")
            Audience audience,

            String sentence,
            List<String> words,
            String lead,
            List<Step> steps) {}

    /** @param items codes of the basic catalogue */
    record Step(String title, String text, List<String> items) {}

    List<Entry> entries() {
        return all;
    }

    Optional<Entry> byId(String id) {
        return all.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public List<Sentence> all() {
        return all.stream()
                .map(entry -> new Sentence(entry.sentence(), "/events/" + entry.id(), entry.audience()))
                .toList();
    }

    private static List<Entry> read() {
        try (InputStream in = CollectionLibrary.class.getResourceAsStream("/collections/collections.json")) {
            if (in == null) {
                throw new Fault(ItemsError.REFERENCE_DATA, "collections.json");
            }
            return JsonMapper.shared().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
