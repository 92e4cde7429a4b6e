package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;

/**
 * One sentence of the explanation of a deadline, with the days it speaks of.
 *
 * @param from first day
 * @param to last day, the same for a single one
 */
public record Step(String text, LocalDate from, LocalDate to) {}
