package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.platform.parties.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Resources that the units of a city keep, by what they are about; real names, invented details. */
final class DemoContent {
    private static final String BASIS = "中华人民共和国反间谍法第十四条";

    private DemoContent() {}

    /** What a unit keeps data about. @param kind person, enterprise, object, case or series @param classCode if it is no 部门信息资源 */
    record Subject(String name, char kind, String classCode) {}

    /** A resource to be. */
    record Draft(Subject subject, String name, int aspect) {}

    /** Subjects by code of the unit; those of all towns under {@code towns}. */
    static Map<String, List<Subject>> subjects() {
        Map<String, List<Subject>> subjects = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoContent.class.getResourceAsStream("/catalogue/demo.csv")),
                StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank()).forEach(line -> {
                String[] parts = line.split(";", 2);
                List<Subject> list = new ArrayList<>();
                for (String text : parts[1].split(",", -1)) {
                    list.add(subject(text));
                }
                subjects.put(parts[0], list);
            });
            return subjects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Subject subject(String text) {
        int colon = text.lastIndexOf(':');
        int at = text.indexOf('@', colon);
        return new Subject(text.substring(0, colon), text.charAt(colon + 1), at < 0 ? "" : text.substring(at + 1));
    }

    /** The aspects under which a subject is kept, in turn. */
    static List<String> aspects(char kind) {
        return switch (kind) {
            case 'p' -> List.of("基本信息", "变更记录", "审核发放信息");
            case 'e' -> List.of("基本信息", "变更信息", "监督检查信息");
            case 'o' -> List.of("基础信息", "空间位置信息", "巡查维护信息");
            case 's' -> List.of("监测数据", "日均统计", "月度统计");
            default -> List.of("办理信息", "结果信息", "统计分析信息");
        };
    }

    static List<Draft> drafts(List<Subject> subjects, int count) {
        List<Draft> drafts = new ArrayList<>();
        for (int aspect = 0; aspect < 3; aspect++) {
            for (Subject subject : subjects) {
                if (drafts.size() < count) {
                    String name = subject.name() + aspects(subject.kind()).get(aspect);
                    drafts.add(new Draft(subject, name, aspect));
                }
            }
        }
        return drafts;
    }

    static Content content(Unit unit, Draft draft, SplittableRandom random) {
        boolean basic = !draft.subject().classCode().isEmpty();
        SharingType sharing = sharing(basic, random);
        boolean person = draft.subject().kind() == 'p';
        OpenType open = person || sharing == SharingType.NONE
                ? OpenType.NONE
                : random.nextInt(3) == 0 ? OpenType.UNCONDITIONAL : OpenType.CONDITIONAL;
        return new Content(
                draft.name(),
                unit.shortName() + "在履行职责中形成的" + draft.name() + "，供各部门核验、统计和业务协同使用。",
                FormatKind.DATABASE,
                sharing,
                sharing == SharingType.CONDITIONAL ? "限用于行政审批、公共服务中的核验，不得另作他用" : "",
                sharing == SharingType.NONE ? BasisKind.LAW : null,
                sharing == SharingType.NONE ? BASIS : "",
                sharing == SharingType.NONE ? null : SharingMode.values()[random.nextInt(3)],
                open,
                open == OpenType.CONDITIONAL ? "实名申请，说明用途并签订数据使用协议" : "",
                cycle(draft, random),
                List.of(),
                items(draft));
    }

    private static SharingType sharing(boolean basic, SplittableRandom random) {
        int dice = random.nextInt(100);
        return basic || dice < 48 ? SharingType.UNCONDITIONAL : dice < 97 ? SharingType.CONDITIONAL : SharingType.NONE;
    }

    private static UpdateCycle cycle(Draft draft, SplittableRandom random) {
        if (draft.subject().kind() == 's' && draft.aspect() == 0) {
            return UpdateCycle.REAL_TIME;
        }
        if (draft.aspect() == 2) {
            return UpdateCycle.MONTHLY;
        }
        UpdateCycle[] usual = {
            UpdateCycle.DAILY, UpdateCycle.DAILY, UpdateCycle.WEEKLY, UpdateCycle.MONTHLY, UpdateCycle.QUARTERLY
        };
        return usual[random.nextInt(usual.length)];
    }

    private static List<ResourceItem> items(Draft draft) {
        List<ResourceItem> items = new ArrayList<>();
        switch (draft.subject().kind()) {
            case 'p' -> {
                items.add(new ResourceItem("id_no", "公民身份号码", "C", 18, true, false, "DE00001", 4, true));
                items.add(new ResourceItem("name", "姓名", "C", 50, false, false, "DE00002", 3, true));
                items.add(new ResourceItem("gender", "性别", "C", 1, false, true, "DE00003", 2, true));
                items.add(new ResourceItem("area_code", "行政区划代码", "C", 12, false, true, "DE00010", 1, false));
            }
            case 'e' -> {
                items.add(new ResourceItem("uscc", "统一社会信用代码", "C", 18, true, false, "DE00020", 1, false));
                items.add(new ResourceItem("name", "名称", "C", 200, false, false, "DE00021", 1, false));
                items.add(new ResourceItem("legal_rep", "法定代表人", "C", 50, false, true, "DE00022", 2, true));
                items.add(new ResourceItem("address", "地址", "C", 300, false, true, "DE00011", 1, false));
            }
            case 'o' -> {
                items.add(new ResourceItem("object_no", "编号", "C", 40, true, false, null, 1, false));
                items.add(new ResourceItem("name", "名称", "C", 200, false, false, null, 1, false));
                items.add(new ResourceItem("longitude", "经度", "N", 0, false, true, "DE00031", 2, false));
                items.add(new ResourceItem("latitude", "纬度", "N", 0, false, true, "DE00032", 2, false));
            }
            case 's' -> {
                items.add(new ResourceItem("station_no", "站点编号", "C", 40, true, false, null, 1, false));
                items.add(new ResourceItem("observed_at", "观测时间", "T", 0, true, false, null, 1, false));
                items.add(new ResourceItem("quantity", "数值", "N", 0, false, false, null, 1, false));
                items.add(new ResourceItem("unit_of_measure", "计量单位", "C", 20, false, true, null, 1, false));
            }
            default -> {
                items.add(new ResourceItem("case_no", "办理编号", "C", 40, true, false, null, 1, false));
                items.add(new ResourceItem("subject", "事由", "C", 200, false, false, null, 1, false));
                items.add(new ResourceItem("accepted_on", "受理日期", "D", 0, false, true, null, 1, false));
                items.add(new ResourceItem("result", "办理结果", "C", 100, false, true, null, 1, false));
            }
        }
        items.add(new ResourceItem("status", "状态", "C", 20, false, true, null, 1, false));
        items.add(new ResourceItem("updated_on", "更新日期", "D", 0, false, false, "DE00090", 1, false));
        return items;
    }
}
