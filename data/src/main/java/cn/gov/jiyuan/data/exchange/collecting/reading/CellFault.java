package cn.gov.jiyuan.data.exchange.collecting.reading;

/**
 * Stands in a cell that has no value because something is wrong with it.
 *
 * @param reason in Chinese
 */
public record CellFault(String reason) {}
