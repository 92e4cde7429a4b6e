package cn.gov.jiyuan.data.exchange.collecting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From a column of the source to one of the dataset (列映射).
 *
 * @param required an empty value rejects the row
 * @param codes other words for values, 男 for 1 for example; a value that is not among them stays as it is
 */
record ColumnMapping(
        String from, String to, boolean required, Set<Cleaning> cleanings, Map<String, String> codes) {
    ColumnMapping(
            String from,
            String to,
            boolean required,
            @Nullable Set<Cleaning> cleanings,
            @Nullable Map<String, String> codes) {
        this.from = from;
        this.to = to;
        this.required = required;
        this.cleanings = cleanings == null ? Set.of() : new TreeSet<>(cleanings);
        this.codes = codes == null ? Map.of() : Map.copyOf(codes);
    }

    /** As it is sent: what is not said is not demanded. */
    @JsonCreator
    static ColumnMapping of(
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("to") @Nullable String to,
            @JsonProperty("required") @Nullable Boolean required,
            @JsonProperty("cleanings") @Nullable Set<Cleaning> cleanings,
            @JsonProperty("codes") @Nullable Map<String, String> codes) {
        return new ColumnMapping(
                from == null ? "" : from,
                to == null ? "" : to,
                Boolean.TRUE.equals(required),
                cleanings,
                codes);
    }

    String cleaned(String text) {
        String clean = text.strip();
        for (Cleaning cleaning : cleanings) {
            clean = cleaning.apply(clean);
        }
        String stripped = clean.strip();
        return codes.isEmpty() ? stripped : codes.getOrDefault(stripped, stripped);
    }
}
