package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives documents their numbers (文号): one row of numbers per unit, series and year, without gaps. A number belongs to the
 * caller's transaction; whoever else wants one of the same series waits for its end, so take it late.
 */
public final class Numbering {
    private final NumberStore store;

    public Numbering(JdbcClient jdbc) {
        store = new NumberStore(jdbc);
    }

    /** @param pattern with {@code {year}} and {@code {number}}: 济市监受〔{year}〕{number} 号 */
    public void register(String unit, String series, String pattern) {
        store.register(unit, series, pattern);
    }

    /** @throws Fault if the series is not registered */
    public String next(String unit, String series, LocalDate date) {
        String pattern =
                store.pattern(unit, series).orElseThrow(() -> new Fault(DocumentsError.UNKNOWN_SERIES, unit, series));
        long number = store.next(unit, series, date.getYear());
        return pattern.replace("{year}", String.valueOf(date.getYear())).replace("{number}", String.valueOf(number));
    }
}
