package cn.gov.jiyuan.data.opendata.operation;

import java.time.LocalDate;
import java.util.List;

/**
 * What a user owes for a product in a month (账单): calls × price, for each price that held; every call is listed with it, so
 * that anyone can add it up again.
 */
public record Bill(String product, LocalDate from, LocalDate to, List<Line> lines, long calls, long fen) {
    /** @param fen price of a call @param amount in fen */
    public record Line(long fen, long calls, long amount) {}

    static Bill of(String product, LocalDate from, LocalDate to, List<Line> lines) {
        return new Bill(
                product,
                from,
                to,
                lines,
                lines.stream().mapToLong(Line::calls).sum(),
                lines.stream().mapToLong(Line::amount).sum());
    }
}
