package cn.gov.jiyuan.data.opendata.anonymity;

import java.math.BigDecimal;

/**
 * What must hold before release.
 *
 * @param k smallest equivalence class (k-匿名)
 * @param l distinct sensitive values in each class (l-多样性)
 * @param suppressible share of rows that may be left out (抑制率)
 */
public record Limits(int k, int l, BigDecimal suppressible) {
    boolean allows(long suppressed, long rows) {
        return BigDecimal.valueOf(suppressed).compareTo(suppressible.multiply(BigDecimal.valueOf(rows))) <= 0;
    }
}
