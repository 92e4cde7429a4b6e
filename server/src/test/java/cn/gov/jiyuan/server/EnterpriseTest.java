package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Neighbour;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Firms: their legal representative by the register, their handlers by his word. */
class EnterpriseTest extends ServerTest {
    private static final DemoPopulation.Firm FIRM = DemoPopulation.firm(0);

    @Test
    void theRegisteredRepresentativeIsBoundWithoutDoingAnythingAndOnlyHe() {
        Browser owner = someoneAs("owner");
        assertThat(owner.get("/identity/enterprises").text()).contains(FIRM.name());
        assertThat(owner.get("/identity/enterprises/" + FIRM.id()).text())
                .contains(FIRM.uscc().value())
                .contains("任命经办人");
        assertThat(aNeighbour(37)
                        .browser()
                        .get("/identity/enterprises/" + FIRM.id())
                        .text())
                .contains("只有登记在册的法定代表人");
    }

    @Test
    void whoNamesAFirmByItsLicenceIsConfirmedByItsRepresentative() {
        Neighbour handler = aNeighbour(38);
        assertThat(names(handler, "91419001MA9000001X", FIRM.name()).text()).contains("统一社会信用代码有误");
        assertThat(names(handler, FIRM.uscc().value(), "济源市别的公司").text()).contains("没有与所填代码、名称都相符的企业");
        Answer asked = names(handler, FIRM.uscc().value(), FIRM.name());
        assertThat(asked.path()).as(asked.text()).matches("/identity/delegations/[0-9a-f-]{36}");
        assertThat(asked.text()).contains("待法定代表人确认");
        assertThat(names(handler, FIRM.uscc().value(), FIRM.name()).text()).contains("不必重复登记");
        String path = asked.path();
        assertThat(handler.actsFor(FIRM.name())).isFalse();
        assertThat(handler.browser().post(path + "/accept").text()).contains("只有登记在册的法定代表人");

        Browser owner = someoneAs("owner");
        assertThat(owner.get("/my/messages").text()).contains(handler.name() + "申请登记为");
        jdbc.sql("update parties.person set real_level = 2 where id = ?")
                .param(FIRM.representative().id())
                .update();
        assertThat(someoneAs("owner").post(path + "/accept").text()).contains("需要实名等级 3 级以上，您现在是 2 级");
        jdbc.sql("update parties.person set real_level = 3 where id = ?")
                .param(FIRM.representative().id())
                .update();
        assertThat(someoneAs("owner").post(path + "/accept").text()).contains("法定代表人确认");
        assertThat(handler.actsFor(FIRM.name())).isTrue();
        assertThat(handler.browser().get("/my").text()).contains("代企业：" + FIRM.name());
    }

    @Test
    void theRepresentativeAppointsHandsOverAndRevokesAndAllOfItIsOnRecord() {
        String licence = foodBusinessLicence();
        Browser owner = someoneAs("owner");
        Neighbour first = aNeighbour(40);
        Neighbour second = aNeighbour(41);
        Neighbour boss = Neighbour.of(owner, FIRM.representative());
        Answer offered = boss.grants(
                first, licence, "2022-09-26", "2023-06-30", "entity", FIRM.id().toString());
        String path = offered.path();
        assertThat(path).as(offered.text()).matches("/identity/delegations/[0-9a-f-]{36}");
        first.browser().post(path + "/accept");
        assertThat(first.actsFor(FIRM.name())).isTrue();
        String draft = first.browser().post("/apply/" + licence + "/start").path();
        assertThat(draft).matches("/apply/[0-9a-f-]{36}/subject");

        Answer handed = owner.post(
                path + "/handover",
                "name",
                second.name(),
                "idNumber",
                second.person().idNumber().value(),
                "phone",
                second.person().phone());
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        assertThat(first.browser().get(draft).status()).isEqualTo(200);
        String offer = jdbc.sql("select id from identity.delegation where replaces = ?")
                .param(UUID.fromString(path.substring(22)))
                .query(String.class)
                .single();
        second.browser().post("/identity/delegations/" + offer + "/accept");
        assertThat(first.browser().get(draft).text()).contains("已撤销");
        assertThat(second.actsFor(FIRM.name())).isTrue();
        assertThat(second.browser().get(draft).status()).isEqualTo(200);
        assertThat(owner.get(path).text()).contains("移交给" + second.name());
        assertThat(owner.get("/identity/enterprises/" + FIRM.id()).text())
                .contains(first.name())
                .contains(second.name());
        assertThat(jdbc.sql("select count(*) from audit.event where subject_id = ?")
                        .param(path.substring(22))
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(4);
        assertThat(first.grants(
                                second,
                                licence,
                                "2022-09-26",
                                "2023-06-30",
                                "entity",
                                FIRM.id().toString())
                        .text())
                .contains("只有登记在册的法定代表人");
    }

    @Test
    void aFirmStruckOffGetsNoNewLicence() {
        DemoPopulation.Firm firm = DemoPopulation.firm(3);
        int number = citizenNumber(firm.representative().id());
        Neighbour boss = aNeighbour(number);
        assertThat(boss.actsFor(firm.name())).isTrue();
        String licence = foodBusinessLicence();
        String draft = boss.browser().post("/apply/" + licence + "/start").path();
        state(firm, "REVOKED");
        assertThat(boss.browser().post("/apply/" + licence + "/start").text()).contains("已被吊销营业执照，不能申请");
        Answer page = boss.browser().post(draft, "subjectKind", "company", "name", firm.name());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("已填写的内容仍保留");
        state(firm, "CANCELLED");
        assertThat(boss.browser().get(draft).text()).contains("已注销，不能再申请办事");
        state(firm, "ACTIVE");
        assertThat(boss.browser().get(draft).status()).isEqualTo(200);
    }

    private void state(DemoPopulation.Firm firm, String state) {
        jdbc.sql("update parties.legal_entity set state = ? where id = ?")
                .params(state, firm.id())
                .update();
    }

    private static int citizenNumber(UUID id) {
        for (int i = 0; i < DemoPopulation.CITIZENS; i++) {
            if (DemoPopulation.citizen(i).id().equals(id)) {
                return i;
            }
        }
        throw new AssertionError();
    }

    private static Answer names(Neighbour who, String uscc, String name) {
        return who.browser().post("/identity/enterprises/new", "uscc", uscc, "name", name, "to", "2023-06-30");
    }
}
