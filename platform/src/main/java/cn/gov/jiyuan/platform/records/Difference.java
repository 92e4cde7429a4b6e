package cn.gov.jiyuan.platform.records;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What two editors made of one column, as shown to the second.
 *
 * @param column column id
 * @param label its Chinese name
 * @param seen what he saw when he began
 * @param yours what he entered; equals {@code seen} where he changed nothing
 * @param stored what stands there now
 */
public record Difference(String column, String label, String seen, String yours, String stored) {
    /** Whether both changed it, and differently: the editor must choose. Otherwise either version can be taken over. */
    @JsonProperty
    public boolean clashes() {
        return !seen.equals(yours) && !yours.equals(stored);
    }
}
