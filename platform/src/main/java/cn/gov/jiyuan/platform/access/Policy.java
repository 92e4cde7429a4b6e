package cn.gov.jiyuan.platform.access;

import java.util.List;
import java.util.Map;

/**
 * Roles, permissions and grants at one moment.
 *
 * @param roles role id → name
 * @param permissions permission id → title
 * @param grants role id → its grants
 */
record Policy(Map<String, String> roles, Map<String, String> permissions, Map<String, List<Grant>> grants) {
    record Grant(String permission, Reach reach) {}

    static final Policy EMPTY = new Policy(Map.of(), Map.of(), Map.of());
}
