package cn.gov.jiyuan.data.exchange.collecting;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Marks of tables as they are kept: a JSON array of watermark and tie. */
final class Marks {
    private Marks() {}

    static String text(SourceStore.Mark mark) {
        return JsonMapper.shared().writeValueAsString(new String[] {mark.watermark(), mark.tie()});
    }

    static SourceStore.@Nullable Mark read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = JsonMapper.shared().readValue(text, String[].class);
        return new SourceStore.Mark(parts[0], parts[1]);
    }
}
