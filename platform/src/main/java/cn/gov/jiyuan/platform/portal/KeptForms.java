package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was typed into a form while the session ran out, so that after logging in it stands there again
 * (表单暂存). The content lies encrypted in the database for half an hour; the browser that sent it holds the only
 * token, good for sending the form once more.
 */
@Component
public final class KeptForms implements RecurringWork {
    private static final String COOKIE = "kept";
    private static final Duration KEPT_FOR = Duration.ofMinutes(30);
    /** Bounds what visitors without an account can make us store. */
    private static final int LARGEST = 256 * 1024;

    private static final int MOST = 20_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeptFormStore store;
    private final PersonalCipher cipher;
    private final Clock clock;

    KeptForms(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.store = new KeptFormStore(jdbc);
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Keeps a form that could not be carried out. */
    void keep(KeptForm form, HttpServletResponse response) {
        String json = JsonMapper.shared().writeValueAsString(form);
        if (json.length() > LARGEST || store.isFull(MOST)) {
            return;
        }
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        UUID id = Ids.next();
        store.insert(
                id,
                blind(token),
                cipher.seal(KeptFormStore.FIELDS, id, json),
                clock.instant().plus(KEPT_FOR));
        setCookie(response, token, KEPT_FOR);
    }

    /**
     * The form kept for a page. The caller has made sure that the page is the visitor's own: on a shared computer
     * somebody else may have logged in meanwhile.
     *
     * @param target path to which the page's form is sent
     */
    public Optional<KeptForm> of(HttpServletRequest request, String target) {
        String token = token(request);
        return token == null
                ? Optional.empty()
                : store.find(blind(token), clock.instant())
                        .map(row -> JsonMapper.shared()
                                .readValue(cipher.open(KeptFormStore.FIELDS, row.id(), row.fields()), KeptForm.class))
                        .filter(form -> form.target().equals(target));
    }

    /** Forgets what was kept: the form has been sent again, or its owner has left. */
    public void release(HttpServletRequest request, HttpServletResponse response) {
        String token = token(request);
        if (token != null) {
            store.delete(blind(token));
            setCookie(response, "", Duration.ZERO);
        }
    }

    private static @Nullable String token(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private byte[] blind(String token) {
        return cipher.blind("portal.kept-form", token);
    }

    private static void setCookie(HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(age)
                .sameSite("Lax")
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public String name() {
        return "portal.kept-forms";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        store.deleteExpired(clock.instant());
        return false;
    }
}
