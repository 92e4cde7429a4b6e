package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.quantity.Money;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Parameters by key and day (规则). Deadlines, thresholds, weights and tariffs are asked here, never written into code.
 * A change is seen by every node within a second.
 *
 * <p>All methods throw {@code rules.unknown} for an unknown key, {@code rules.gap} for a day without a version and
 * {@code rules.type} for a value of another type.
 */
public interface Rules {
    /** The version that holds on a day, with its basis and explanation. */
    Parameter parameter(String key, LocalDate on);

    LegalTerm term(String key, LocalDate on);

    long integer(String key, LocalDate on);

    BigDecimal decimal(String key, LocalDate on);

    String text(String key, LocalDate on);

    List<String> list(String key, LocalDate on);

    Money money(String key, LocalDate on);
}
