package cn.gov.jiyuan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.ServerTest;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Passkeys (通行密钥), with the authenticator that Chromium plays itself. */
class PasskeyJourneyTest extends ServerTest {
    private static final String PASSWORD = "Jiyuan-2026";

    @Test
    void aPasskeyIsRegisteredSignsInIsRenamedAndIsRemoved() {
        try (Chromium chromium = new Chromium();
                BrowserContext citizen = chromium.visitor(localhost(), 1280)) {
            Page page = citizen.newPage();
            withAuthenticator(citizen, page);
            signsIn(page, "citizen201");
            registers(page, "我的手机", "wrong-password");
            page.getByText("当前口令不正确").waitFor();
            registers(page, "我的手机", PASSWORD);
            page.getByText("通行密钥已登记").waitFor();
            Chromium.screenshots(page, "passkey");

            signsOut(page);
            page.navigate("/login");
            button(page, "用通行密钥登录").click();
            page.waitForURL(localhost() + "/my");
            page.navigate("/my/messages");
            assertThat(page.locator("main").innerText()).contains("已登记通行密钥“我的手机”");

            page.navigate("/identity/account");
            assertThat(page.locator("main").innerText()).contains("方式：通行密钥");
            page.getByText("改名或删除").click();
            page.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill("旧手机");
            button(page, "改名").click();
            page.getByText("改名或删除").click();
            button(page, "删除“旧手机”").click();
            page.getByText("通行密钥已删除").waitFor();

            signsOut(page);
            page.navigate("/login");
            button(page, "用通行密钥登录").click();
            page.getByText("没有识别出通行密钥").waitFor();
        }
    }

    @Test
    void whereThereIsNoScriptThePasswordIsAskedForAsEver() {
        try (Chromium chromium = new Chromium();
                BrowserContext citizen = chromium.withoutScript(localhost())) {
            Page page = citizen.newPage();
            page.navigate("/login");
            assertThat(button(page, "用通行密钥登录").isVisible()).isFalse();
            signsIn(page, "citizen202");
            page.navigate("/identity/account");
            assertThat(page.locator("main").innerText()).contains("还没有登记通行密钥");
        }
    }

    private URI localhost() {
        return URI.create("http://localhost:" + site().getPort());
    }

    private static void withAuthenticator(BrowserContext context, Page page) {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static void signsIn(Page page, String account) {
        page.navigate("/login");
        page.fill("#name", account);
        page.fill("#password", PASSWORD);
        button(page, "登录").click();
        page.waitForURL("**/my");
    }

    private static void signsOut(Page page) {
        button(page, "退出").first().click();
        page.waitForURL("**/");
    }

    private static void registers(Page page, String name, String password) {
        page.navigate("/identity/account");
        page.fill("#passkey-name", name);
        page.fill("#passkey-password", password);
        button(page, "登记通行密钥").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
