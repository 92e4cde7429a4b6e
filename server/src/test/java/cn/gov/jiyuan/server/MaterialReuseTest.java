package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody uploads twice what government has: own licences and earlier uploads are at hand, and lapsed ones say why not. */
class MaterialReuseTest extends ServerTest {
    private static final String BUSINESS_LICENCE = "11100000MB0143028R001";
    private static final Pattern EARLIER = Pattern.compile("value=\"(file:[0-9a-f-]{36})\"");

    @Autowired
    private Licences licences;

    private UUID recorded = new UUID(0, 0);

    @AfterEach
    void theLicenceIsTakenBack() {
        jdbc.sql("delete from licences.licence where id = ?").param(recorded).update();
    }

    @Test
    void whatWasHandedInBeforeIsChosenInsteadOfUploaded() {
        Applicant owner = anEnterpriseOwner();
        owner.applies();
        UUID second = owner.starts();
        owner.answersUpTo(second, "attachments");
        String page = "/apply/" + second + "/attachments";
        Answer asked = owner.browser().get(page);
        assertThat(asked.text()).contains("用我的证照，或者以前交过的", "布局图.png", "用于“食品经营许可（新办）”");
        String earlier = first(asked);
        Answer next = owner.browser().post(page, reusing(earlier));
        assertThat(next.path()).as(next.text()).doesNotEndWith("/attachments");
        owner.answers(second, "declaration");
        assertThat(owner.browser().get("/apply/" + second + "/check").text()).contains("请核对");
        UUID matter = owner.submits(second);
        assertThat(owner.looksAt(matter).status()).isEqualTo(200);
    }

    @Test
    void theFileOfSomebodyElseCountsAsNotGiven() {
        Applicant owner = anEnterpriseOwner();
        owner.applies();
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        String stranger = "file:"
                + jdbc.sql("select file_id from onestop.application_file limit 1")
                        .query(UUID.class)
                        .single();
        jdbc.sql("update onestop.application set applicant_id = ? where id in"
                        + " (select application_id from onestop.application_file where file_id = ?)")
                .params(UUID.randomUUID(), UUID.fromString(stranger.substring(5)))
                .update();
        Answer refused = owner.browser().post("/apply/" + application + "/attachments", reusing(stranger));
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void aValidLicenceSparesTheMaterialAndTheReasonIsGiven() {
        record(LocalDate.parse("2020-01-01"), LocalDate.parse("2040-01-01"));
        Applicant owner = anEnterpriseOwner();
        String start = owner.browser()
                .get("/apply/" + foodBusinessLicence() + "/start?situation=S03")
                .text();
        assertThat(start).contains("免交", "原因：核验到您的", "有效期至 2040 年 1 月 1 日").doesNotContain("不能免交");
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        assertThat(owner.browser().get("/apply/" + application + "/attachments").text())
                .doesNotContain("name=\"subjectProof\"");
    }

    @Test
    void anExpiredLicenceIsShownWithTheReasonAndRefusedIfForced() {
        record(LocalDate.parse("2017-01-01"), LocalDate.parse("2022-01-01"));
        Applicant owner = anEnterpriseOwner();
        assertThat(owner.browser()
                        .get("/apply/" + foodBusinessLicence() + "/start?situation=S03")
                        .text())
                .contains("不能免交", "已经失效");
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        String page = "/apply/" + application + "/attachments";
        assertThat(owner.browser().get(page).text()).contains("已于 2022 年 1 月 1 日", "到期，不能使用");
        Answer forced = owner.browser().post(page, Map.of("subjectProof.reuse", List.of("licence:" + recorded)));
        assertThat(forced.status()).isEqualTo(422);
        assertThat(forced.text()).contains("到期，不能使用", "请先办理延续");
    }

    private void record(LocalDate from, LocalDate to) {
        DemoPopulation.Firm firm = DemoPopulation.firm(0);
        recorded = Ids.next();
        LinkedHashMap<String, String> face = new LinkedHashMap<>();
        face.put("名称", firm.name());
        licences.record(Stream.of(new Licences.HistoricLicence(
                recorded,
                BUSINESS_LICENCE,
                null,
                Unit.idOf("market"),
                firm.id(),
                firm.name(),
                firm.uscc().value(),
                "001",
                from,
                from,
                to,
                Licences.State.VALID,
                face,
                false)));
    }

    private static Map<String, List<String>> reusing(String document) {
        return Map.of(
                "subjectProof.reuse", List.of(document),
                "layout.reuse", List.of(document),
                "rules.reuse", List.of(document));
    }

    private static String first(Answer page) {
        Matcher earlier = EARLIER.matcher(page.body());
        assertThat(earlier.find()).isTrue();
        return earlier.group(1);
    }
}
