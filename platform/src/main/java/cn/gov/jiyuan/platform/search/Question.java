package cn.gov.jiyuan.platform.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, understood.
 *
 * @param core the text without the words that only ask
 * @param wordings the core and the proper wordings for it; the first of the proper ones is the closest
 * @param letters pinyin as typed without spaces, if the text is written in letters only
 */
record Question(
        String core, List<Wording> wordings, @Nullable String letters) {
    /** One way to say it, squeezed. */
    record Wording(String text, float boost) {}

    List<String> understood() {
        return wordings.stream().skip(1).map(Wording::text).distinct().toList();
    }
}
