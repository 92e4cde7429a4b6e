package cn.gov.jiyuan.platform.parties;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of an agent to act for another party (代理关系).
 *
 * @param principalName name of the person or enterprise represented
 * @param enterprise true if the principal is a legal entity
 * @param validTo last day of the authorisation, null if it has no end
 * @param items implementation codes of the items that it covers; empty if it covers all
 * @param level real-name level that the agent must have (实名等级)
 */
public record Representation(
        UUID id,
        UUID principalId,
        String principalName,
        boolean enterprise,
        UUID agentId,
        Relation relation,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Set<String> items,
        int level) {
    public Representation {
        items = Set.copyOf(items);
    }

    public boolean isLimited() {
        return !items.isEmpty();
    }

    public boolean covers(String itemCode) {
        return items.isEmpty() || items.contains(itemCode);
    }

    public enum Relation {
        LEGAL_REPRESENTATIVE("法定代表人"),
        HANDLER("企业经办人"),
        GUARDIAN("监护人"),
        ENTRUSTED("受托人");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
