package cn.gov.jiyuan.data.stewardship.assets;

import cn.gov.jiyuan.data.stewardship.Codes;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.VersionRows;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The lists of the books, and the look for idle assets. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration {
    private static final RecordPermissions PERMISSIONS =
            new RecordPermissions("stewardship.asset.read", "stewardship.asset.export", "", "");

    /** Marks idle assets, a portion at a time. */
    @Component
    static final class IdleAssets implements RecurringWork {
        private final Assets assets;

        IdleAssets(Assets assets) {
            this.assets = assets;
        }

        @Override
        public String name() {
            return "stewardship.idle";
        }

        @Override
        public Duration pause() {
            return Duration.ofMinutes(10);
        }

        @Override
        public boolean run() {
            return assets.markIdle() > 0;
        }
    }

    @Bean
    RecordType dataAssetRecords() {
        return RecordType.of("stewardship.asset", "数据资产")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("number", "资产号").filtered(Filter.EQUALS).sorted(),
                        Column.text("name", "名称"),
                        Column.text("resource", "信息资源代码").filtered(Filter.EQUALS),
                        Column.text("dataset", "数据集").filtered(Filter.EQUALS).unlisted(),
                        Column.reference("unit", "权属单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "state",
                                        "状态",
                                        Codes.of("asset-state", "资产状态", Asset.State.values(), Asset.State::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.money("cost", "形成成本（元）"),
                        Column.text("keeper", "保存责任人"),
                        Column.date("keepUntil", "保管期限").unlisted(),
                        Column.date("registered", "登记日期").from("registered_on"),
                        Column.date("lastUsed", "最近使用").from("last_used_on"))
                .scope("unit_id", "", "")
                .order(Order.ascending("number"))
                .versions(new VersionRows("stewardship.asset_version", "asset_id", "version", "at", "by_name"))
                .small()
                .link("划转记录", "/workbench/records/stewardship.transfer?asset={number}")
                .build();
    }

    @Bean
    RecordType assetTransferRecords() {
        return RecordType.of("stewardship.transfer", "数据资产划转")
                .source("stewardship.asset_transfer")
                .label("asset")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("asset", "资产号").from("asset_number").filtered(Filter.EQUALS),
                        Column.reference("from", "原权属单位", "parties.unit")
                                .from("from_unit")
                                .filtered(Filter.EQUALS),
                        Column.reference("to", "现权属单位", "parties.unit")
                                .from("to_unit")
                                .filtered(Filter.EQUALS),
                        Column.text("reason", "依据和事由"),
                        Column.date("on", "划转日期")
                                .from("transferred_on")
                                .filtered(Filter.RANGE)
                                .sorted(),
                        Column.text("by", "经办人").from("by_name"))
                .scope("to_unit", "", "")
                .order(Order.descending("on"))
                .small()
                .build();
    }

    @Bean
    RecordType assetCheckRecords() {
        return RecordType.of("stewardship.taking", "数据资产盘点")
                .source("stewardship.asset_check")
                .label("number")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("number", "盘点批次"),
                        Column.number("books", "账上"),
                        Column.number("stored", "库中"),
                        Column.number("listed", "目录中"),
                        Column.number("agreeing", "一致"),
                        Column.number("differing", "差异"),
                        Column.text("by", "盘点人").from("by_name"),
                        Column.moment("at", "盘点时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .link("差异单", "/workbench/records/stewardship.difference?taking={number}")
                .build();
    }

    @Bean
    RecordType assetDifferenceRecords() {
        return RecordType.of("stewardship.difference", "盘点差异单")
                .source("stewardship.asset_difference")
                .label("title")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("taking", "盘点批次").from("check_number").filtered(Filter.EQUALS),
                        Column.code(
                                        "kind",
                                        "差异",
                                        Codes.of(
                                                "difference", "盘点差异", Difference.Kind.values(), Difference.Kind::label))
                                .filtered(Filter.EQUALS, Filter.IN),
                        Column.text("title", "名称"),
                        Column.text("asset", "资产号").from("asset_number"),
                        Column.text("resource", "信息资源代码"),
                        Column.text("dataset", "数据集"),
                        Column.reference("unit", "责任单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "stewardship.difference-state",
                                                "差异单状态",
                                                "OPEN",
                                                "待处理",
                                                "SETTLED",
                                                "已处理"))
                                .filtered(Filter.EQUALS),
                        Column.text("explanation", "处理说明").unlisted(),
                        Column.moment("at", "发现时间").filtered(Filter.RANGE).sorted())
                .scope("unit_id", "", "")
                .order(Order.descending("at"))
                .build();
    }
}
