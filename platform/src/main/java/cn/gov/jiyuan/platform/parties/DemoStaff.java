package cn.gov.jiyuan.platform.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The 300 officials of the demonstration and the posts they hold; the first ones have accounts shown on the login page. */
public final class DemoStaff {
    private DemoStaff() {}

    /**
     * One official.
     *
     * @param login account name
     * @param unit code of the unit
     */
    public record Official(
            UUID id, String login, String name, String unit, String title, Set<String> roles, int citizenNumber) {}

    private static final List<Official> ALL = build();

    /** All officials, those with a part in the guided tour first. */
    public static List<Official> all() {
        return ALL;
    }

    /** Officials of a unit who hold a role. */
    public static List<Official> of(String unit, String role) {
        return ALL.stream()
                .filter(official ->
                        official.unit().equals(unit) && official.roles().contains(role))
                .toList();
    }

    private static List<Official> build() {
        List<Official> staff = new ArrayList<>();
        add(staff, "clerk", "market", "窗口受理员", Set.of("clerk"));
        add(staff, "reviewer", "market", "许可科审查员", Set.of("reviewer"));
        add(staff, "approver", "market", "许可科科长", Set.of("approver"));
        add(staff, "clerk2", "market", "窗口受理员", Set.of("clerk", "reviewer", "approver"));
        add(staff, "steward", "market", "事项管理员", Set.of("steward"));
        add(staff, "sealer", "market", "印章管理员", Set.of("sealer"));
        add(staff, "publisher", "data", "事项发布员", Set.of("publisher"));
        add(staff, "overseer", "data", "电子监察员", Set.of("overseer"));
        add(staff, "leader", "jiyuan", "分管领导", Set.of("leader"));
        add(staff, "admin", "data", "系统管理员", Set.of("administrator"));
        add(staff, "security", "data", "安全管理员", Set.of("securityofficer"));
        add(staff, "auditor", "data", "审计员", Set.of("auditor"));
        add(staff, "lawyer", "justice", "法制审核员", Set.of("lawyer"));
        add(staff, "personnel", "jiyuan", "人事管理员", Set.of("personnel"));
        add(staff, "datamanager", "data", "数据资源主管", Set.of("datamanager"));
        add(staff, "datasteward", "market", "数据管理员", Set.of("datasteward"));
        for (String unit : List.of("police", "civil", "health", "labour", "tax")) {
            add(staff, unit + "-data", unit, "数据管理员", Set.of("datasteward"));
        }
        String[] roles = {"clerk", "reviewer", "approver", "steward", "leader"};
        String[] titles = {"窗口受理员", "审查员", "科长", "事项管理员", "分管负责人"};
        List<String> units = UnitCodes.offices();
        for (int i = 0; staff.size() < DemoPopulation.OFFICIALS; i++) {
            int kind = i / units.size() % roles.length;
            String unit = units.get(i % units.size());
            add(
                    staff,
                    unit + "-" + roles[kind] + (i / (units.size() * roles.length) == 0 ? "" : "2"),
                    unit,
                    titles[kind],
                    Set.of(roles[kind]));
        }
        return List.copyOf(staff);
    }

    private static void add(List<Official> staff, String login, String unit, String title, Set<String> roles) {
        int citizen = DemoPopulation.CITIZENS - 1 - staff.size();
        staff.add(new Official(
                DemoPopulation.citizen(citizen).id(),
                login,
                DemoPopulation.citizen(citizen).name(),
                unit,
                title,
                roles,
                citizen));
    }
}
