package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bad input and changed rules while people apply: each told in words, and nothing is lost. */
class CaseworkFaultsTest extends ServerTest {
    @Test
    void anIdentityNumberWithAWrongCheckDigitOrABirthToComeIsToldAtItsField() {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "representative");
        String right = owner.firm().representative().idNumber().value();
        String wrong = right.substring(0, 17) + (right.endsWith("1") ? "2" : "1");
        String unborn = CitizenId.of("419001", LocalDate.of(2031, 5, 1), 33).value();
        for (Map.Entry<String, String> bad :
                Map.of(wrong, "校验位不符", unborn, "出生日期").entrySet()) {
            Answer answer = owner.browser()
                    .post(
                            "/apply/" + application + "/representative",
                            "representative",
                            owner.firm().representative().name(),
                            "representativeId",
                            bad.getKey());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains(bad.getValue());
            assertThat(answer.body()).contains(owner.firm().representative().name());
        }
        assertThat(owner.browser()
                        .get("/apply/" + application + "/representative")
                        .body())
                .contains(right.substring(0, 4) + "************" + right.substring(16));
    }

    @Test
    void anExpiredForeignOrRevokedLicenceIsNotTakenAsMaterial() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = granted(owner);
        byte[] licence = ofd(matter);
        refusedAs(owner, licence, matter, "valid_to = '2022-09-01', valid_from = '2017-09-02'", "过期");
        refusedAs(owner, licence, matter, "state = 'ANNULLED'", "已撤销");
        refusedAs(owner, licence, matter, "holder_id = '00000000-0000-0000-0000-00000000abcd'", "不是申请人的证照");

        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        assertThat(attach(owner, application, licence).status()).isEqualTo(200);
        owner.answers(application, "declaration");
        String before = licenceRow(matter);
        change(matter, "state = 'ANNULLED'");
        Answer late = owner.browser().post("/apply/" + application + "/submit");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("已撤销");
        change(matter, before);
        assertThat(owner.submits(application)).isNotNull();
    }

    @Test
    void whoeverBeganUnderAnOldGuideKeepsItAndLosesNothing() {
        Applicant owner = anEnterpriseOwner();
        int begun = jdbc.sql("select max(number) from items.version v join items.item i on i.id = v.item_id"
                        + " where i.code = ? and v.state = 'PUBLISHED' and v.effective_from <= current_date")
                .param(foodBusinessLicence())
                .query(Integer.class)
                .single();
        UUID application = owner.starts();
        owner.answersUpTo(application, "contact");
        jdbc.sql("""
                        insert into items.version (id, item_id, number, state, revision, content, effective_from, edited_by,
                               edited_by_name, edited_at, published_by, published_by_name, published_at, is_demo)
                        select gen_random_uuid(), item_id, 900, state, 1,
                               jsonb_set(content, '{terms,promise,amount}', '2'), '2022-09-26', edited_by,
                               edited_by_name, edited_at, published_by, published_by_name, published_at, is_demo
                          from items.version
                         where number = 1 and item_id = (select id from items.item where code = ?)
                        """).param(foodBusinessLicence()).update();
        try {
            assertThat(aVisitor().getJson("/api/items/" + foodBusinessLicence()).body())
                    .contains("\"version\":900");
            assertThat(owner.browser()
                            .get("/apply/" + application + "/premises")
                            .body())
                    .contains("宣化东街 100 号一楼东户");
            for (String page : List.of("contact", "attachments", "declaration")) {
                owner.answers(application, page);
            }
            UUID matter = owner.submits(application);
            aClerk().does(matter, "accept", "材料齐全");
            JsonNode file = aClerk().opens(matter);
            assertThat(file.at("/matter/data/itemVersion").asInt()).isEqualTo(begun);
            assertThat(term(file, "promised")).isEqualTo("5 个工作日");
        } finally {
            jdbc.sql("delete from items.version where number = 900").update();
        }
    }

    @Test
    void aTermThatRunsIntoAYearWithoutACalendarIsMarkedProvisional() {
        clock.set("2026-12-25T09:00");
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        boolean provisional = false;
        for (JsonNode one : aClerk().opens(matter).path("clocks")) {
            provisional |= one.path("clock").asString().equals("legal")
                    && one.path("provisional").asBoolean();
        }
        assertThat(provisional).isTrue();
        assertThat(owner.looksAt(matter).text()).contains("暂按");
        assertThat(MatterStepsTest.letter(aClerk(), matter, "受理通知书")).contains("（暂按）");
    }

    private void refusedAs(Applicant owner, byte[] licence, UUID matter, String change, String words) {
        String before = licenceRow(matter);
        change(matter, change);
        UUID application = owner.starts();
        owner.answersUpTo(application, "attachments");
        Answer refused = attach(owner, application, licence);
        assertThat(refused.status()).as(words).isEqualTo(422);
        assertThat(refused.text()).contains(words).contains("不能作为本件材料");
        assertThat(owner.browser().get("/apply/" + application + "/premises").body())
                .contains("宣化东街 100 号一楼东户");
        change(matter, before);
    }

    private Answer attach(Applicant owner, UUID application, byte[] licence) {
        return owner.browser()
                .post(
                        "/apply/" + application + "/attachments",
                        Map.of(),
                        List.of(
                                new Upload("subjectProof", "证照.ofd", "application/ofd", licence),
                                Upload.picture("layout", "布局图.png"),
                                Upload.picture("rules", "制度目录.png")));
    }

    private String licenceRow(UUID matter) {
        return jdbc.sql("select format('valid_from = %L, valid_to = %L, state = %L, holder_id = %L', valid_from,"
                        + " valid_to, state, holder_id) from licences.licence where case_id = ?")
                .param(matter)
                .query(String.class)
                .single();
    }

    private void change(UUID matter, String set) {
        jdbc.sql("update licences.licence set " + set + " where case_id = ?")
                .param(matter)
                .update();
    }

    private UUID granted(Applicant owner) {
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "review", "符合条件");
        anApprover().does(matter, "grant", "准予许可");
        anApprover().does(matter, "issue", "");
        return matter;
    }

    private byte[] ofd(UUID matter) {
        Official clerk = aClerk();
        String file = clerk.papers(matter, "食品经营许可证").getLast().path("fileId").asString();
        return clerk.browser()
                .get("/api/onestop/matters/" + matter + "/files/" + file)
                .bytes();
    }

    private static String term(JsonNode file, String name) {
        for (JsonNode clock : file.path("clocks")) {
            if (clock.path("clock").asString().equals(name)) {
                return clock.path("term").asString();
            }
        }
        throw new AssertionError(name);
    }
}
