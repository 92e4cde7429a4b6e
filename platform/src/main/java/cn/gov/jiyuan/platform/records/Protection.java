package cn.gov.jiyuan.platform.records;

/**
 * Who may know a column, and how the others see it.
 *
 * @param level how far it may be known
 * @param mask how it is shown masked
 * @param permission needed to see the column at all, beyond that of the record; empty if none
 */
public record Protection(Classification level, Mask mask, String permission) {}
