package cn.gov.jiyuan.platform.records;

/**
 * Where earlier versions of a record are kept (历史版本): a table with a row per version whose columns bear the same
 * names as those of the source.
 *
 * @param source schema-qualified table
 * @param key its column with the record's key
 * @param version its column with the version, ascending
 * @param at its {@code timestamptz} column: when the version came into being
 * @param by its text column: the name of who made it
 */
public record VersionRows(String source, String key, String version, String at, String by) {}
