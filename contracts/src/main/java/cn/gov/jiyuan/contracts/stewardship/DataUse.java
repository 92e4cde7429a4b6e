package cn.gov.jiyuan.contracts.stewardship;

import java.time.LocalDate;

/**
 * Who uses the datasets of the hub, told by those who hand data out or compute with them. By it an asset is in use or idle,
 * and is not disposed of while somebody relies on it. Joins the caller's transaction.
 */
public interface DataUse {
    /** Ways of use (使用方式). */
    enum Kind {
        INDICATOR("指标"),
        DATASET("数据集"),
        SERVICE("接口"),
        OPEN("开放数据");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Data were called so many times on a day. */
    void called(String dataset, Kind kind, LocalDate on, long calls);

    /**
     * Something downstream relies on a dataset from now on; the same again changes its title.
     *
     * @param user id of what relies on it, {@code themes.births} for example
     */
    void relies(String dataset, Kind kind, String user, String title);

    /** It does not any more. */
    void lets(String dataset, Kind kind, String user);
}
