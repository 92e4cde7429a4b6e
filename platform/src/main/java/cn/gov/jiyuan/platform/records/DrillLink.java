package cn.gov.jiyuan.platform.records;

/**
 * Where a record leads (下钻).
 *
 * @param label what the link says
 * @param path path of the page; {@code {column}} stands for a column's value, {@code {id}} for the key
 */
public record DrillLink(String label, String path) {}
