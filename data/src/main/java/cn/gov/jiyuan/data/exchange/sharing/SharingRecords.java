package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.data.exchange.sharing.Demand.BasisKind;
import cn.gov.jiyuan.data.exchange.sharing.Demand.Standing;
import cn.gov.jiyuan.data.exchange.sharing.ShareRequest.Mode;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What people list of sharing. */
final class SharingRecords {
    private static final Dictionary SHARING = of("exchange.sharing", "共享类型", SharingType.values(), SharingType::label);
    private static final Dictionary MODES = of("exchange.mode", "共享方式", Mode.values(), Mode::label);
    private static final RecordPermissions LISTS =
            new RecordPermissions("exchange.directory.read", "exchange.directory.export", "", "");
    private static final RecordPermissions REQUESTS =
            new RecordPermissions("exchange.request.read", "exchange.request.export", "", "");

    private SharingRecords() {}

    static RecordType directory() {
        return resources("exchange.directory", "共享目录", "exchange.directory")
                .columns(
                        Column.text("summary", "摘要").unlisted(),
                        Column.code(
                                        "tier",
                                        "层级",
                                        Dictionary.of(
                                                "exchange.tier",
                                                "资源层级",
                                                "OWN",
                                                "本级",
                                                "PROVINCE",
                                                "省级资源",
                                                "CITY",
                                                "下级资源"))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("originName", "来源平台"),
                        Column.code(
                                "state",
                                "状态",
                                Dictionary.of("exchange.listed", "目录状态", "LISTED", "可申请", "WITHDRAWN", "已停用")))
                .link("申请使用", "/workbench/exchange/requests/new?resource={code}")
                .link("向它提出的申请", "/workbench/records/exchange.request?resourceCode={code}")
                .build();
    }

    static RecordType responsibility() {
        return resources("exchange.responsibility", "责任清单", "exchange.responsibility")
                .build();
    }

    static RecordType negative() {
        return resources("exchange.negative", "负面清单", "exchange.negative").build();
    }

    private static RecordType.Builder resources(String id, String name, String source) {
        return RecordType.of(id, name)
                .source(source)
                .permissions(LISTS)
                .columns(
                        Column.text("code", "资源代码")
                                .filtered(Filter.EQUALS, Filter.PREFIX)
                                .sorted(),
                        Column.text("name", "资源名称").findable().filtered(Filter.CONTAINS),
                        Column.text("unitName", "提供部门"),
                        Column.reference("unit", "本级提供部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.code("sharing", "共享类型", SHARING).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("sharingCondition", "共享条件").unlisted(),
                        Column.text("refusalBasis", "不予共享的依据"),
                        Column.text("itemNames", "信息项").findable(),
                        Column.code(
                                "cycle",
                                "更新周期",
                                of("exchange.cycle", "更新周期", UpdateCycle.values(), UpdateCycle::label)),
                        Column.date("publishedOn", "发布日期"),
                        Column.text("dataset", "挂接的数据集").unlisted())
                .order(Order.ascending("code"))
                .small();
    }

    static RecordType requests(CaseType type) {
        return request(RecordType.of("exchange.request", "本部门的共享申请").source("exchange.share_request"), type)
                .scope("unit_id", "applicant_id", "")
                .build();
    }

    /** The same rows for those to whom they are addressed; drafts have not reached them. */
    static RecordType answering(CaseType type) {
        return request(RecordType.of("exchange.answering", "向本部门提出的共享申请"), type)
                .source("exchange.answering")
                .permissions(REQUESTS)
                .scope("provider_unit_id", "", "")
                .build();
    }

    private static RecordType.Builder request(RecordType.Builder request, CaseType type) {
        return request.label("resource")
                .permissions(REQUESTS)
                .columns(
                        Column.text("number", "申请号").filtered(Filter.EQUALS),
                        Column.text("resource", "资源名称").from("resource_name"),
                        Column.text("resourceCode", "资源代码")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.code("sharing", "共享类型", SHARING),
                        Column.code("state", "状态", states(type)).filtered(Filter.EQUALS, Filter.IN),
                        Column.text("unitName", "申请部门"),
                        Column.reference("unit", "本级申请部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.text("providerName", "提供部门").from("provider_unit_name"),
                        Column.reference("provider", "本级提供部门", "parties.unit")
                                .from("provider_unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.text("scene", "应用场景").from("scene_name"),
                        Column.code("mode", "共享方式", MODES),
                        Column.moment("replyDue", "答复期限").filtered(Filter.RANGE).sorted(),
                        Column.flag("overdue", "曾逾期"),
                        Column.number("reminders", "催办次数"),
                        Column.date("validTo", "使用期限"),
                        Column.moment("createdAt", "填写时间")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.text("use", "用途").from("purpose").unlisted(),
                        Column.text("legalBasis", "依据").unlisted(),
                        Column.text("words", "最近意见").unlisted())
                .order(Order.descending("createdAt"))
                .link("申请的办理", "/workbench/exchange/requests/{id}");
    }

    static RecordType grants() {
        return RecordType.of("exchange.grant", "共享授权")
                .source("exchange.share_grant")
                .label("resource")
                .columns(
                        Column.text("resource", "资源名称").from("resource_name"),
                        Column.text("resourceCode", "资源代码").filtered(Filter.EQUALS),
                        Column.text("appKey", "应用标识").filtered(Filter.EQUALS),
                        Column.reference("unit", "使用部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.reference("provider", "提供部门", "parties.unit")
                                .from("provider_unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "state",
                                        "状态",
                                        of("exchange.grant-state", "授权状态", Grant.State.values(), Grant.State::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.code("mode", "共享方式", MODES),
                        Column.number("dailyQuota", "每日上限"),
                        Column.moment("expireAt", "到期时间").filtered(Filter.RANGE).sorted(),
                        Column.moment("firstSuccessAt", "首次调通"),
                        Column.moment("createdAt", "授权时间")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.text("requestId", "申请标识").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("createdAt"))
                .link("申请和密钥", "/workbench/exchange/requests/{requestId}")
                .link("调用日志", "/workbench/records/exchange.call?grantId={id}")
                .build();
    }

    static RecordType calls() {
        return RecordType.of("exchange.call", "调用日志")
                .source("exchange.share_call")
                .label("resource")
                .columns(
                        Column.moment("at", "时间").filtered(Filter.RANGE).sorted(),
                        Column.text("resource", "资源名称").from("resource_name"),
                        Column.text("resourceCode", "资源代码")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.text("unitName", "使用部门"),
                        Column.reference("unit", "使用部门（机构）", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.code(
                                "api",
                                "接口",
                                Dictionary.of(
                                        "exchange.api",
                                        "接口",
                                        "query",
                                        "查询",
                                        "verify",
                                        "核验",
                                        "changes",
                                        "变更",
                                        "delivery",
                                        "批量交付")),
                        Column.text("caseNumber", "办件号").filtered(Filter.EQUALS),
                        Column.text("use", "事由").from("purpose"),
                        Column.text("operator", "操作人"),
                        Column.number("rowCount", "行数"),
                        Column.number("latencyUs", "耗时（微秒）"),
                        Column.number("status", "HTTP 状态").unlisted(),
                        Column.text("code", "结果").filtered(Filter.EQUALS, Filter.IN),
                        Column.text("appKey", "应用标识").filtered(Filter.EQUALS).unlisted(),
                        Column.text("grantId", "授权标识").filtered(Filter.EQUALS).unlisted(),
                        Column.text("paramDigest", "参数摘要").unlisted(),
                        Column.text("serial", "流水号").from("id").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .build();
    }

    static RecordType demands() {
        return RecordType.of("exchange.demand", "需求清单")
                .label("title")
                .columns(
                        Column.text("number", "需求编号").filtered(Filter.EQUALS),
                        Column.number("year", "年度").filtered(Filter.RANGE),
                        Column.text("title", "需求名称"),
                        Column.reference("unit", "需求部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("itemText", "信息项"),
                        Column.text("scene", "应用场景").unlisted(),
                        Column.reference("provider", "提供部门", "parties.unit")
                                .from("provider_unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "standing",
                                        "状态",
                                        of("exchange.standing", "需求状态", Standing.values(), Standing::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("answer", "响应"),
                        Column.code(
                                "basisKind",
                                "依据类别",
                                of("exchange.basis", "依据类别", BasisKind.values(), BasisKind::label)),
                        Column.text("basis", "不予共享的依据"),
                        Column.text("resourceCode", "资源代码")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.date("promisedOn", "承诺提供").unlisted(),
                        Column.number("asked", "提出次数"),
                        Column.moment("metAt", "首次调通").unlisted(),
                        Column.text("feedback", "使用反馈").unlisted(),
                        Column.moment("createdAt", "提出时间")
                                .filtered(Filter.RANGE)
                                .sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("createdAt"))
                .build();
    }

    static RecordType deliveries() {
        return RecordType.of("exchange.delivery", "批量交付")
                .label("serial")
                .columns(
                        Column.text("serial", "交付编号").filtered(Filter.EQUALS),
                        Column.text("resource", "资源名称").from("resource_name"),
                        Column.reference("unit", "使用部门", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("kind", "格式").from("format"),
                        Column.text("use", "事由").from("purpose"),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "exchange.delivery-state",
                                                "交付状态",
                                                "QUEUED",
                                                "生成中",
                                                "READY",
                                                "可下载",
                                                "FAILED",
                                                "失败"))
                                .filtered(Filter.EQUALS),
                        Column.number("rowCount", "行数"),
                        Column.text("digest", "文件摘要").unlisted(),
                        Column.text("failure", "失败原因").unlisted(),
                        Column.text("requestedBy", "申请人"),
                        Column.moment("requestedAt", "申请时间")
                                .filtered(Filter.RANGE)
                                .sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("requestedAt"))
                .link("下载", "/api/exchange/deliveries/{id}/file")
                .build();
    }

    private static Dictionary states(CaseType type) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(ShareRequest.DRAFT, "草稿");
        type.states().forEach(state -> labels.put(state.id(), state.label()));
        return new Dictionary("exchange.request-state", "共享申请状态", labels);
    }

    private static <T extends Enum<T>> Dictionary of(String id, String name, T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return new Dictionary(id, name, labels);
    }
}
