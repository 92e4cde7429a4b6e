package cn.gov.jiyuan.platform.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One hit.
 *
 * @param title the title in segments, the matching ones marked; plain text, to be escaped like any other
 * @param excerpt the place of the text that matches best; empty if only the title matches
 * @param position place in the whole list, from 1
 */
public record SearchHit(
        String kind,
        String kindLabel,
        String id,
        List<Segment> title,
        List<Segment> excerpt,
        @Nullable String unitName,
        String link,
        Map<String, String> facts,
        float score,
        int position) {

    /** The title without marks. */
    public String plainTitle() {
        return Segment.join(title);
    }
}
