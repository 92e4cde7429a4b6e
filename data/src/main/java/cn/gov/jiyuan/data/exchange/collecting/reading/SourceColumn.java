package cn.gov.jiyuan.data.exchange.collecting.reading;

/**
 * A column as the source names it (源列).
 *
 * @param type what the source says of its type; empty where it says nothing, as files do
 */
public record SourceColumn(String name, String type) {
    public static SourceColumn untyped(String name) {
        return new SourceColumn(name, "");
    }
}
