package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What anybody can find out before he applies. */
class PublicPagesTest extends ServerTest {
    @Autowired
    private List<RecurringWork> works;

    @Test
    void theShippedPlatformIsUp() {
        Answer health = aVisitor().getJson("/actuator/health");
        assertThat(health.json().path("status").asString()).as(health.body()).isEqualTo("UP");
        assertThat(health.status()).isEqualTo(200);
    }

    @Test
    void whoShouldNotApplyIsToldBeforeHeFillsInAnything() {
        String page = "/items/" + foodBusinessLicence() + "/check";
        Answer asked = aVisitor().get(page);
        assertThat(asked.text()).contains("您打算卖什么").contains("不会保存");
        assertThat(aVisitor().get(page + "?e.goods=prepacked").text())
                .contains("不需要食品经营许可证")
                .doesNotContain("您可以申请");
        assertThat(aVisitor().get(page + "?asked=e.goods").text()).contains("有 1 处需要改正");
    }

    @Test
    void theFirstPageLeadsByWishThemeAndDepartmentAndShowsWhatIsDoneMost() {
        anEnterpriseOwner().applies();
        mattersAreCounted();
        clock.set("2022-09-26T09:05");
        Answer home = aVisitor().get("/");
        assertThat(home.text())
                .contains("您要办什么事", "这周大家来办", "食品经营许可（新办）", "孩子出生了", "想开一家饭店")
                .contains("按部门", "按镇（街道）", "我们办得怎么样", "一网通办率", "网上可办率", "本站可申请率")
                .doesNotContain("这周还没有网上办件");
    }

    @Test
    void aSearchWithoutHitsGivesAdvice() {
        assertThat(aVisitor().get("/search?q=zzzzqqqqxxxx").text())
                .contains("可以试试")
                .contains("拼音");
    }

    @Test
    void listsAreFilteredByAddressAndSayWhatIsFiltered() {
        Answer firms = aVisitor().get("/items?for=enterprise&here=true&sort=code");
        assertThat(firms.text()).contains("企业和单位办事", "可在本站申请", "食品经营许可（新办）").doesNotContain("高龄津贴给付");
        Answer people = aVisitor().get("/items?for=person");
        assertThat(people.text()).contains("高龄津贴给付").doesNotContain("建筑工程施工许可证核发");
        assertThat(aVisitor().get("/items?q=没有这样的事项&unit=market").text()).contains("没有符合全部条件的事项", "去掉一两个筛选再看");
    }

    @Test
    void aDepartmentASituationAndTheMapLeadToItems() {
        assertThat(aVisitor().get("/departments/market").text()).contains("市场监督管理局", "食品经营许可（新办）");
        assertThat(aVisitor().get("/departments/nowhere").status()).isEqualTo(404);
        assertThat(aVisitor().get("/events/restaurant").text()).contains("想开一家饭店", "办执照", "个体工商户设立登记", "食品经营许可（新办）");
        assertThat(aVisitor().get("/events/nothing").status()).isEqualTo(404);
        assertThat(aVisitor().get("/sitemap").text()).contains("网站地图", "达标情况", "孩子出生了");
        assertThat(aVisitor().get("/sitemap.xml").body()).contains("/items/" + foodBusinessLicence());
        assertThat(aVisitor().get("/help").text()).contains("请人代办", "12345");
    }

    @Test
    void formsSamplesAndTheCodeForThePhoneAreDownloadedFromTheGuide() {
        String item = "/items/" + foodBusinessLicence();
        assertThat(aVisitor().get(item).body()).contains(item + "/materials/M01/blank.pdf", item + "/qr.svg");
        Answer blank = aVisitor().get(item + "/materials/M01/blank.pdf");
        assertThat(blank.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(new String(blank.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(aVisitor().get(item + "/materials/M04/sample.pdf").status()).isEqualTo(200);
        assertThat(aVisitor().get(item + "/materials/M02/blank.pdf").text()).contains("没有空白表");
        assertThat(aVisitor().get(item + "/qr.svg").body()).contains("<svg");
    }

    @Test
    void aFigureLeadsToItsDefinitionAndRows() {
        assertThat(aVisitor().get("/transparency/onestop.one-net").text())
                .contains("一网通办率", "分子", "没有一个环节在线下办理", "不计入");
        assertThat(aVisitor().get("/transparency/onestop.applicable").body()).contains("/items?here=false");
        assertThat(aVisitor().get("/transparency/nothing").status()).isEqualTo(404);
    }

    private void mattersAreCounted() {
        RecurringWork usage = works.stream()
                .filter(work -> work.name().equals("items.usage"))
                .findFirst()
                .orElseThrow();
        while (usage.run()) {
            // portion by portion
        }
    }
}
