package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.platform.access.Permitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches the reading mode and returns to the page from which the visitor came. */
@Controller
class ReadingModePages {
    @PostMapping("/reading-mode")
    @Permitted(Permitted.PUBLIC)
    String change(
            @RequestParam(defaultValue = "") String toggle,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReadingMode now = ReadingMode.of(request);
        ReadingMode next = switch (toggle) {
            case "elder" -> new ReadingMode(!now.elder(), now.contrast());
            case "contrast" -> new ReadingMode(now.elder(), !now.contrast());
            default -> new ReadingMode(false, false);
        };
        ResponseCookie cookie = ResponseCookie.from(ReadingMode.COOKIE, next.cookieValue())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                // A preference, no secret: the script of the workbench reads it before it draws the first page.
                .httpOnly(false)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + LocalPath.orHome(back);
    }

    @GetMapping("/accessibility")
    @Permitted(Permitted.PUBLIC)
    String statement() {
        return "portal/accessibility";
    }
}
