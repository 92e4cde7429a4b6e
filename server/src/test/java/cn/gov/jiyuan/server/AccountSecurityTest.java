package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 账号与安全: what somebody sees and does with his own account. */
class AccountSecurityTest extends ServerTest {
    private static final String GOOD = "taihang-shan-2022";
    private static final String BETTER = "huanghe-shuichang-8";
    private static final AtomicInteger NEXT = new AtomicInteger(201);

    @Test
    void theOwnerSeesHisSessionsAndEndsOneFromAnother() {
        String account = aNewCitizen();
        Browser phone = signsIn(account, "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0) Version/16.0 Safari/604.1");
        Browser desk = signsIn(account, "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36");
        Answer page = desk.get("/identity/account");
        assertThat(page.text())
                .contains("苹果手机上的 Safari 浏览器")
                .containsPattern("Windows 电脑上的 Chrome 浏览器\\s*　?\\s*本次登录")
                .contains("从服务器本机登录")
                .contains("2022 年 9 月 26 日");

        desk.post(endOf(page, "苹果手机"));
        assertThat(phone.get("/my").path()).startsWith("/login");
        assertThat(desk.get("/identity/account").text()).contains("已退出：本人在其他设备上将其退出");
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        String victim = aNewCitizen();
        Browser his = signsIn(victim, "");
        String signIn = jdbc.sql("select s.id from identity.sign_in s join identity.account a using (person_id)"
                        + " where a.login_name = ? and s.ended_at is null order by s.at desc, s.id desc limit 1")
                .param(victim)
                .query(String.class)
                .single();
        aCitizen().post("/identity/account/sessions/" + signIn + "/end");
        assertThat(his.get("/my").path()).isEqualTo("/my");
    }

    @Test
    void anotherPasswordEndsAllOtherSessionsAndIsTold() {
        String account = aNewCitizen();
        Browser other = signsIn(account, "");
        Browser desk = signsIn(account, "");
        Answer wrong = changes(desk, "not-my-password-1", BETTER, BETTER);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("当前口令不正确");
        assertThat(changes(desk, GOOD, "password-2022", "password-2022").text()).contains("不能是常见");
        assertThat(changes(desk, GOOD, account + "-9", account + "-9").text()).contains("不能包含账号名");
        assertThat(changes(desk, GOOD, "孙安全的口令-2022", "孙安全的口令-2022").text()).contains("不能包含账号名、手机号码、姓名");
        assertThat(changes(desk, GOOD, BETTER, BETTER + "x").text()).contains("不一致");
        assertThat(changes(desk, GOOD, GOOD, GOOD).text()).contains("与当前口令相同");

        Answer changed = changes(desk, GOOD, BETTER, BETTER);
        assertThat(changed.path()).isEqualTo("/identity/account?done=password");
        assertThat(other.get("/my").path()).startsWith("/login");
        assertThat(desk.get("/my").path()).isEqualTo("/my");
        assertThat(desk.get("/my/messages").text()).contains("您的登录口令已更换");
        assertThat(aVisitor().post("/login", "name", account, "password", GOOD).status())
                .isEqualTo(422);
        assertThat(aVisitor()
                        .post("/login", "name", account, "password", BETTER)
                        .path())
                .isEqualTo("/my");
    }

    @Test
    void fiveWrongPasswordsLockTheAccountAlsoFromTheInside() {
        String account = aNewCitizen();
        Browser desk = signsIn(account, "");
        for (int i = 0; i < 4; i++) {
            assertThat(changes(desk, "not-my-password-1", BETTER, BETTER).text())
                    .contains("当前口令不正确");
        }
        assertThat(changes(desk, "not-my-password-1", BETTER, BETTER).text()).contains("请在 09:15 后重试");
        assertThat(aVisitor().post("/login", "name", account, "password", GOOD).text())
                .contains("账号已锁定");
        clock.set("2022-09-26T09:16");
        assertThat(aVisitor().post("/login", "name", account, "password", GOOD).path())
                .isEqualTo("/my");
        assertThat(desk.get("/identity/account").text()).contains("最近 7 天有 5 次登录没有成功");
    }

    @Test
    void anAddressFromWhichManyAccountsAreTriedHasToWait() {
        clock.set("2022-08-29T03:00");
        for (int i = 0; i < 50; i++) {
            assertThat(aVisitor()
                            .post("/login", "name", "nobody-" + i, "password", GOOD)
                            .text())
                    .contains("账号或口令不正确");
        }
        Answer refused = aVisitor().post("/login", "name", "citizen", "password", "Jiyuan-2026");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("从您所在的网络登录失败的次数过多，请在 03:15 后重试");
        clock.set("2022-08-29T03:16");
        assertThat(aVisitor()
                        .post("/login", "name", "citizen", "password", "Jiyuan-2026")
                        .path())
                .isEqualTo("/my");
    }

    @Test
    void anOfficialsAccountThatNobodyUsedForNinetyDaysComesBackByTextMessage() {
        Browser last = someoneAs("market-leader");
        assertThat(last.get("/my").path()).isEqualTo("/my");
        clock.set("2022-12-24T09:00");
        assertThat(signsInAsOfficial().status()).isEqualTo(200);
        clock.set("2023-03-24T08:00");
        Answer refused = signsInAsOfficial();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("长期未登录")
                .contains("自 2023 年 3 月 24 日（周五） 起冻结")
                .contains("恢复冻结的账号");

        Browser visitor = aVisitor();
        String phone = phoneOf("market-leader");
        Answer code = visitor.post("/reactivate", "account", "market-leader", "phone", phone);
        Answer wrong = visitor.post(code.path(), "code", "000000".equals(shown(code)) ? "000001" : "000000");
        assertThat(wrong.status()).isEqualTo(422);
        Answer back = visitor.post(code.path(), "code", shown(code));
        assertThat(back.text()).contains("账号已恢复");
        assertThat(signsInAsOfficial().status()).isEqualTo(200);
    }

    @Test
    void aCitizensAccountIsNeverFrozen() {
        String account = aNewCitizen();
        clock.set("2025-09-26T09:00");
        assertThat(aVisitor().post("/login", "name", account, "password", GOOD).path())
                .isEqualTo("/my");
    }

    @Test
    @Scenario("S17.6")
    void noTableHoldsAPasswordThatSomebodyUsed() {
        String account = aNewCitizen();
        Browser desk = signsIn(account, "");
        assertThat(changes(desk, GOOD, BETTER, BETTER).path()).contains("done=password");
        assertThat(aVisitor().post("/login", "name", account, "password", GOOD).status())
                .isEqualTo(422);
        assertThat(aVisitor()
                        .post("/login", "name", account, "password", BETTER)
                        .path())
                .isEqualTo("/my");

        assertThat(columnsHolding(account)).as("the scan finds what is there").contains("identity.account.login_name");
        assertThat(columnsHolding(BETTER)).isEmpty();
        assertThat(columnsHolding(GOOD)).isEmpty();
        assertThat(jdbc.sql("select password_hash from identity.account where login_name = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .startsWith("$2a$10$")
                .hasSize(60);
        assertThat(anOfficial("security")
                        .browser()
                        .getJson("/api/records/identity.account?limit=200")
                        .body())
                .doesNotContain("$2a$");
    }

    /** Every column of every table of every schema that holds the text, in words or in bytes. */
    private List<String> columnsHolding(String text) {
        List<String> columns = jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) || '|' || quote_ident(column_name) || '|' || data_type
                          from information_schema.columns join information_schema.tables using (table_schema, table_name)
                         where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                           and data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb', 'ARRAY')
                        """).query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(200);
        return columns.stream()
                .map(line -> line.split("\\|"))
                .filter(column -> holds(column, text))
                .map(column -> column[0] + "." + column[1])
                .toList();
    }

    private boolean holds(String[] column, String text) {
        boolean raw = column[2].equals("bytea");
        String found = raw ? "position(? in " + column[1] + ") > 0" : "position(? in " + column[1] + "::text) > 0";
        return jdbc.sql("select exists (select 1 from " + column[0] + " where " + found + ")")
                .param(raw ? text.getBytes(StandardCharsets.UTF_8) : text)
                .query(Boolean.class)
                .single();
    }

    private Answer signsInAsOfficial() {
        return aVisitor().post("/login", "name", "market-leader", "password", "Jiyuan-2026", "next", "/my");
    }

    private String phoneOf(String account) {
        return DemoStaff.all().stream()
                .filter(official -> official.login().equals(account))
                .findFirst()
                .map(official ->
                        DemoPopulation.citizen(official.citizenNumber()).phone())
                .orElseThrow();
    }

    private static Answer changes(Browser browser, String present, String password, String repeated) {
        return browser.post(
                "/identity/account/password", "present", present, "password", password, "repeated", repeated);
    }

    /** Somebody who has just registered. @return his account */
    private String aNewCitizen() {
        int number = NEXT.getAndAdd(2);
        String account = "anquan" + number;
        Browser browser = aVisitor();
        String id = CitizenId.of("410802", LocalDate.of(1933, 4, 4), number).value();
        Answer code = browser.post("/register", "name", "孙安全", "idNumber", id, "phone", "138100" + (10000 + number));
        assertThat(code.path()).startsWith("/register/");
        Answer done =
                browser.post(code.path(), "code", shown(code), "account", account, "password", GOOD, "repeated", GOOD);
        assertThat(done.path()).as(done.text()).isEqualTo("/my");
        browser.post("/logout");
        return account;
    }

    private Browser signsIn(String account, String agent) {
        Browser browser = aVisitor();
        String body = "name=" + account + "&password=" + GOOD + "&_csrf=" + browser.token();
        Answer answer = browser.send(
                "POST",
                "/login",
                BodyPublishers.ofString(body),
                "text/html",
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "User-Agent",
                        agent.isEmpty() ? "-" : agent));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return browser;
    }

    private static String endOf(Answer page, String device) {
        Matcher found = Pattern.compile(
                        "(?s)" + device + ".*?action=\"(/identity/account/sessions/[0-9a-f-]{36}/end)\"")
                .matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String shown(Answer page) {
        Matcher found = Pattern.compile("验证码是 (\\d{6})").matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }
}
