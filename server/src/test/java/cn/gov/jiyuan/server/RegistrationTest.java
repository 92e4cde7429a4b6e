package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Accounts that people make themselves, and passwords they forgot. */
class RegistrationTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger(101);
    private static final String GOOD = "wangwu-shan-2022";

    @Test
    void aNewcomerRegistersWithHisTelephoneAndIsLoggedIn() {
        Browser browser = aVisitor();
        String id = anUnknownId();
        Answer code = browser.post("/register", "name", "赵新民", "idNumber", id, "phone", "13700001001");
        assertThat(code.path()).matches("/register/[0-9a-f-]{36}");
        assertThat(code.text()).contains("137****1001").doesNotContain(id);

        Answer mine = browser.post(
                code.path(), "code", shown(code), "account", "zhaoxinmin", "password", GOOD, "repeated", GOOD);
        assertThat(mine.path()).as(mine.text()).isEqualTo("/my");
        assertThat(mine.text()).contains("赵新民");

        Browser later = aVisitor();
        assertThat(later.post("/login", "name", id, "password", GOOD).path()).isEqualTo("/my");
        Answer again = browser.post(
                code.path(), "code", shown(code), "account", "zhaoxinmin2", "password", GOOD, "repeated", GOOD);
        assertThat(again.text()).contains("验证码已失效");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndTheRestIsKept() {
        Answer wrong =
                aVisitor().post("/register", "name", "钱小小", "idNumber", "410881199001011234", "phone", "13700001002");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("公民身份号码有误");
        assertThat(wrong.body()).contains("href=\"#idNumber\"").contains("钱小小").contains("13700001002");
    }

    @Test
    void fiveWrongCodesEndTheChallenge() {
        Browser browser = aVisitor();
        Answer code = browser.post("/register", "name", "孙试探", "idNumber", anUnknownId(), "phone", "13700001003");
        String right = shown(code);
        String wrong = right.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            Answer answer =
                    browser.post(code.path(), "code", wrong, "account", "suntest", "password", GOOD, "repeated", GOOD);
            assertThat(answer.text()).contains("验证码不正确");
        }
        Answer late =
                browser.post(code.path(), "code", right, "account", "suntest", "password", GOOD, "repeated", GOOD);
        assertThat(late.text()).contains("已失效");
    }

    @Test
    void codesAreNotSentFasterThanOneAMinuteToOneTelephone() {
        Browser browser = aVisitor();
        browser.post("/register", "name", "李性急", "idNumber", anUnknownId(), "phone", "13700001004");
        Answer soon = browser.post("/register", "name", "李性急", "idNumber", anUnknownId(), "phone", "13700001004");
        assertThat(soon.status()).isEqualTo(422);
        assertThat(soon.text()).contains("验证码刚刚发出");
        clock.set("2022-09-26T09:01:01");
        assertThat(browser.post("/register", "name", "李性急", "idNumber", anUnknownId(), "phone", "13700001004")
                        .path())
                .startsWith("/register/");
    }

    @Test
    void weakPasswordsAreRefusedWithWhatIsMissing() {
        Browser browser = aVisitor();
        Answer code = browser.post("/register", "name", "周口令", "idNumber", anUnknownId(), "phone", "13700001005");
        assertThat(tries(browser, code, "short1", "short1")).contains("至少 10 个字符");
        assertThat(tries(browser, code, "zhoukouling", "zhoukouling")).contains("至少两种");
        assertThat(tries(browser, code, "x13700001005x", "x13700001005x")).contains("不能包含账号名、手机号码");
        assertThat(tries(browser, code, GOOD, GOOD + "1")).contains("两次输入的口令不一致");
    }

    @Test
    void nobodyTakesOverAnothersNameWithAnotherTelephone() {
        DemoPopulation.Citizen known = DemoPopulation.citizen(5);
        Browser browser = aVisitor();
        Answer code = browser.post(
                "/register", "name", known.name(), "idNumber", known.idNumber().value(), "phone", "13700001006");
        assertThat(code.path()).startsWith("/register/");
        assertThat(jdbc.sql("select count(*) from messages.message where recipient = ?::uuid")
                        .param(code.path().substring(10))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aForgottenPasswordIsReplacedThroughTheRegisteredTelephoneAndEndsOtherSessions() {
        Browser before = aVisitor();
        Answer registered = before.post("/register", "name", "吴忘事", "idNumber", anUnknownId(), "phone", "13700001007");
        before.post(
                registered.path(),
                "code",
                shown(registered),
                "account",
                "wuwangshi",
                "password",
                GOOD,
                "repeated",
                GOOD);
        clock.set("2022-09-26T09:02");

        Browser browser = aVisitor();
        Answer code = browser.post("/password", "account", "wuwangshi", "phone", "13700001007");
        String fresh = "jishui-qing-2022";
        Answer changed = browser.post(code.path(), "code", shown(code), "password", fresh, "repeated", fresh);
        assertThat(changed.text()).contains("口令已重设");
        assertThat(before.get("/my").path()).startsWith("/login");
        assertThat(aVisitor()
                        .post("/login", "name", "wuwangshi", "password", GOOD)
                        .status())
                .isEqualTo(422);
        assertThat(aVisitor()
                        .post("/login", "name", "wuwangshi", "password", fresh)
                        .path())
                .isEqualTo("/my");
    }

    @Test
    void whoAsksForTheAccountOfAnotherLearnsNothing() {
        Browser browser = aVisitor();
        Answer known = browser.post("/password", "account", "owner", "phone", "13700001008");
        Answer unknown = browser.post("/password", "account", "nobody-here", "phone", "13700001009");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(known.text().replace("1008", "").replaceAll("[0-9a-f-]{36}", ""))
                .isEqualTo(unknown.text().replace("1009", "").replaceAll("[0-9a-f-]{36}", ""));
    }

    private static String tries(Browser browser, Answer code, String password, String repeated) {
        Answer answer = browser.post(
                code.path(), "code", shown(code), "account", "zhoukl", "password", password, "repeated", repeated);
        assertThat(answer.status()).isEqualTo(422);
        return answer.text();
    }

    private static String anUnknownId() {
        return CitizenId.of("410802", LocalDate.of(1931, 3, 3), NEXT.getAndAdd(2))
                .value();
    }

    private static String shown(Answer page) {
        Matcher found = Pattern.compile("验证码是 (\\d{6})").matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }
}
