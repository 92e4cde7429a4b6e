package cn.gov.jiyuan.data.themes.lab;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A saved query with its chart (保存的视图). Who opens it sees the rows of his own reach: it holds a question, never an answer.
 *
 * @param units with which units it is shared
 */
record SharedView(
        UUID id,
        UUID workspaceId,
        String title,
        Chart chart,
        QuerySpec query,
        Masking masking,
        List<UUID> units,
        UUID ownerId,
        String ownerName,
        UUID unitId,
        Instant madeAt) {

    enum Chart {
        TABLE("表"),
        BAR("柱状图"),
        LINE("折线图");

        private final String label;

        Chart(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
