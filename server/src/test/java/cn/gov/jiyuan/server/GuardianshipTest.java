package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Neighbour;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Minors are acted for by their guardians, who first prove that they are. */
class GuardianshipTest extends ServerTest {
    /** Born on 2007-12-19, so fourteen on the day of the tests. */
    private static final int CHILD = 0;

    @Test
    @Scenario("S17.2")
    void aMinorIsActedForByHisGuardianWhoHasToProveIt() {
        Neighbour child = aNeighbour(CHILD);
        Neighbour mother = aNeighbour(31);
        String transfer = item("社会保险关系转移");

        Answer alone = child.browser().post("/apply/" + transfer + "/start");
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.text())
                .contains("您未满 18 周岁")
                .contains("《中华人民共和国民法典》第十七条")
                .contains("父母或者其他监护人代办");
        assertThat(mother.actsFor(child.name())).isFalse();

        Answer withoutProof = claims(mother, child, List.of());
        assertThat(withoutProof.status()).isEqualTo(422);
        assertThat(withoutProof.text()).contains("没有上传能证明监护关系的材料");
        assertThat(withoutProof.body()).contains(child.person().idNumber().value());

        Answer filed = claims(mother, child, List.of(Upload.picture("proof", "户口簿.png")));
        assertThat(filed.path()).isEqualTo("/identity/guardianships");
        assertThat(filed.text()).contains(child.name()).contains("待核验");
        assertThat(mother.actsFor(child.name())).isFalse();

        Official registrar = anOfficial("police-clerk");
        UUID matter = guardianship(registrar);
        String sheet = registrar
                .browser()
                .getJson("/api/identity/guardianships/" + matter)
                .body();
        assertThat(sheet).contains(child.person().idNumber().value()).contains(mother.name());
        assertThat(anOfficial("labour-clerk")
                        .browser()
                        .getJson("/api/identity/guardianships/" + matter)
                        .status())
                .isEqualTo(404);
        registrar.does(matter, "confirm", "户口簿载明母子关系");

        assertThat(mother.browser().get("/my/messages").text()).contains("监护关系已核验");
        assertThat(mother.browser().get("/identity/capacity").text())
                .contains(child.name() + "监护人，有效期至 2025 年 12 月 18 日");
        assertThat(mother.actsFor(child.name())).isTrue();
        UUID done = applies(mother, child, transfer);
        String page = mother.browser().get("/my/matters/" + done).text();
        assertThat(page).contains("申请人" + masked(child.name())).contains("监护人（代办）" + masked(mother.name()));
        Official clerk = anOfficial("labour-clerk");
        clerk.takes(done);
        assertThat(clerk.browser().getJson("/api/onestop/matters/" + done).body())
                .contains("\"监护人（代办）\",\"value\":\"" + mother.name());

        clock.set("2025-12-18T23:00");
        assertThat(mother.browser().get("/my/matters/" + done).status()).isEqualTo(200);
        clock.set("2025-12-19T00:01");
        assertThat(mother.browser().get("/apply/" + transfer + "/start").text())
                .contains("已年满 18 周岁")
                .contains("应当由本人办理");
        Neighbour grown = aNeighbour(CHILD);
        assertThat(grown.browser().get("/apply/" + transfer + "/start").status())
                .isEqualTo(200);
    }

    @Test
    void aClaimIsRefusedWithReasonsAndCanBeMadeAgain() {
        Neighbour child = aNeighbour(CHILD);
        Neighbour stranger = aNeighbour(32);
        claims(stranger, child, List.of(Upload.picture("proof", "合影.png")));
        assertThat(claims(stranger, child, List.of(Upload.picture("proof", "再来.png")))
                        .text())
                .contains("不必重复申请");
        Official registrar = anOfficial("police-clerk");
        UUID matter = guardianship(registrar);
        assertThat(registrar.tries(matter, "refuse", "").status()).isEqualTo(422);
        registrar.does(matter, "refuse", "材料不能证明监护关系，请提交户口簿或者出生医学证明");
        assertThat(stranger.browser().get("/identity/guardianships").text())
                .contains("未通过")
                .contains("材料不能证明监护关系");
        assertThat(stranger.actsFor(child.name())).isFalse();
        assertThat(claims(stranger, child, List.of(Upload.picture("proof", "户口簿2.png")))
                        .path())
                .isEqualTo("/identity/guardianships");
    }

    @Test
    void whoIsOfAgeHasNoGuardianAndAMinorGrantsNothing() {
        Neighbour grown = aNeighbour(43);
        Neighbour other = aNeighbour(35);
        assertThat(claims(other, grown, List.of(Upload.picture("proof", "户口簿.png")))
                        .text())
                .contains("已年满 18 周岁，应当由本人办理");
        assertThat(aNeighbour(CHILD).browser().get("/identity/delegations/new").text())
                .contains("不能自行委托他人");
    }

    private static Answer claims(Neighbour guardian, Neighbour ward, List<Upload> proof) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("name", List.of(ward.name()));
        form.put("idNumber", List.of(ward.person().idNumber().value()));
        form.put("kinship", List.of("MOTHER"));
        return guardian.browser().post("/identity/guardianships/new", form, proof);
    }

    private static UUID guardianship(Official registrar) {
        String open = registrar
                .browser()
                .getJson("/api/cases?type=identity.guardianship&state=submitted")
                .json()
                .at("/items/0/id")
                .asString();
        return UUID.fromString(open);
    }

    private static UUID applies(Neighbour guardian, Neighbour ward, String item) {
        Browser browser = guardian.browser();
        String draft = browser.post("/apply/" + item + "/start").path().substring(7, 43);
        browser.post("/apply/" + draft + "/places", "direction", "in", "from", "郑州市", "to", "济源市");
        browser.post(
                "/apply/" + draft + "/insured",
                "name",
                ward.name(),
                "idNumber",
                ward.person().idNumber().value());
        browser.post("/apply/" + draft + "/contact", "contactPhone", "13803890002");
        browser.post("/apply/" + draft + "/attachments", Map.of(), List.of(Upload.picture("idProof", "身份证.png")));
        browser.post("/apply/" + draft + "/declaration", "truthful", "true");
        Answer receipt = browser.post("/apply/" + draft + "/submit");
        assertThat(receipt.path()).as(receipt.text()).matches("/my/matters/[0-9a-f-]{36}/receipt");
        return UUID.fromString(receipt.path().substring(12, 48));
    }

    private static String masked(String name) {
        return name.charAt(0) + "*".repeat(name.length() - 1);
    }
}
