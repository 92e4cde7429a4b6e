package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The second step of signing in (动态验证码), with an authenticator that this test is itself. */
class SecondStepTest extends ServerTest {
    private static final String PASSWORD = "Jiyuan-2026";

    @Test
    void afterThePasswordTheCodeIsAskedForAndTakenOnce() {
        Browser browser = someoneAs("citizen102");
        String secret = secretOn(browser.get("/identity/account/authenticator"));
        Answer wrong = browser.post("/identity/account/authenticator", "code", code(secret, -10));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("验证码不正确");
        List<String> recovery = recoveryCodes(browser.post("/identity/account/authenticator", "code", code(secret, 0)));
        assertThat(recovery).hasSize(10);
        assertThat(browser.get("/identity/account").text()).contains("已启用，还有 10 个恢复码");

        Browser other = aVisitor();
        Answer step = passwordOf(other, "citizen102");
        assertThat(step.path()).isEqualTo("/login/code");
        assertThat(other.get("/my").path()).startsWith("/login");
        assertThat(other.post("/login/code", "code", code(secret, 0)).text()).contains("验证码不正确");
        clock.set("2022-09-26T09:01");
        Answer in = other.post("/login/code", "code", code(secret, 1));
        assertThat(in.path()).as("one step early is allowed").isEqualTo("/my/messages");
        Browser third = aVisitor();
        passwordOf(third, "citizen102");
        assertThat(third.post("/login/code", "code", code(secret, 1)).status())
                .as("the same code again")
                .isEqualTo(422);
        assertThat(third.post("/login/code", "code", code(secret, 2)).status())
                .as("two steps early")
                .isEqualTo(422);

        assertThat(third.post("/login/code", "code", recovery.getFirst()).path())
                .isEqualTo("/my/messages");
        assertThat(third.get("/identity/account").text()).contains("还有 9 个恢复码").contains("方式：口令和恢复码");
        Browser fourth = aVisitor();
        passwordOf(fourth, "citizen102");
        assertThat(fourth.post("/login/code", "code", recovery.getFirst()).status())
                .as("a recovery code again")
                .isEqualTo(422);

        assertThat(jdbc.sql("select count(*) from identity.authenticator"
                                + " where position(convert_to(?, 'UTF8') in secret_sealed) > 0")
                        .param(secret)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void fiveWrongCodesLockTheAccount() {
        String secret = switchedOn("citizen103");
        Browser guesser = aVisitor();
        passwordOf(guesser, "citizen103");
        for (int i = 0; i < 4; i++) {
            assertThat(guesser.post("/login/code", "code", code(secret, 20 + i)).text())
                    .contains("验证码不正确");
        }
        assertThat(guesser.post("/login/code", "code", code(secret, 30)).text()).contains("账号已锁定");
        clock.set("2022-09-26T09:05");
        assertThat(guesser.post("/login/code", "code", code(secret, 0)).text()).contains("账号已锁定");
    }

    @Test
    void thePasswordAloneHoldsForTenMinutes() {
        String secret = switchedOn("citizen104");
        Browser slow = aVisitor();
        passwordOf(slow, "citizen104");
        clock.set("2022-09-26T09:11");
        Answer late = slow.post("/login/code", "code", code(secret, 0));
        assertThat(late.text()).contains("离输入口令的时间过长");
    }

    @Test
    void itIsSwitchedOffWithPasswordAndCodeOnly() {
        String secret = switchedOn("citizen105");
        clock.set("2022-09-26T09:02");
        Browser browser = aVisitor();
        passwordOf(browser, "citizen105");
        browser.post("/login/code", "code", code(secret, 0));
        clock.set("2022-09-26T09:03");
        String end = "/identity/account/authenticator/end";
        assertThat(browser.post(end, "password", "wrong", "code", code(secret, 0))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(end, "password", PASSWORD, "code", "123").status())
                .isEqualTo(422);
        assertThat(browser.post(end, "password", PASSWORD, "code", code(secret, 0))
                        .path())
                .isEqualTo("/identity/account?done=authenticator");
        assertThat(passwordOf(aVisitor(), "citizen105").path()).isEqualTo("/my/messages");
    }

    private String switchedOn(String account) {
        Browser browser = someoneAs(account);
        String secret = secretOn(browser.get("/identity/account/authenticator"));
        assertThat(recoveryCodes(browser.post("/identity/account/authenticator", "code", code(secret, 0))))
                .hasSize(10);
        return secret;
    }

    private static Answer passwordOf(Browser browser, String account) {
        return browser.post("/login", "name", account, "password", PASSWORD, "next", "/my/messages");
    }

    private static String secretOn(Answer page) {
        Matcher found = Pattern.compile("<strong>([A-Z2-7 ]{32,})</strong>").matcher(page.body());
        assertThat(found.find()).as(page.text()).isTrue();
        assertThat(page.body()).contains("src=\"data:image/svg+xml;base64,");
        return found.group(1).replace(" ", "");
    }

    private static List<String> recoveryCodes(Answer page) {
        return Pattern.compile("<strong>([a-z0-9]{5}-[a-z0-9]{5})</strong>")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** RFC 6238, written a second time. */
    private String code(String secret, int stepsAhead) {
        Instant now = clock.instant();
        ByteBuffer key = ByteBuffer.allocate(secret.length() * 5 / 8);
        long bits = 0;
        int held = 0;
        for (char letter : secret.toCharArray()) {
            bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                key.put((byte) (bits >> held));
            }
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.array(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(now.getEpochSecond() / 30 + stepsAhead)
                    .array());
            int from = hash[19] & 15;
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(from) & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
