package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Anyone verifies a licence or a letter: by its file, its QR code, its identifier or its number (核验). */
@Controller
class VerifyPages {
    private final Verification verification;
    private final Texts texts;

    VerifyPages(Verification verification, Texts texts) {
        this.verification = verification;
        this.texts = texts;
    }

    @GetMapping("/verify")
    @Permitted(Permitted.PUBLIC)
    String form(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        model.addAttribute("code", code);
        if (!code.isBlank()) {
            verification
                    .byCode(code)
                    .ifPresentOrElse(
                            standing -> model.addAttribute("standing", standing),
                            () -> Refusal.show(texts, new Fault(LicencesError.NOT_REGISTERED), model, response));
        }
        return "licences/verify";
    }

    @PostMapping("/verify")
    @Permitted(Permitted.PUBLIC)
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        model.addAttribute("code", "");
        try {
            model.addAttribute("verified", verification.byFile(content(file)));
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
        }
        return "licences/verify";
    }

    @PostMapping("/api/verify")
    @Permitted(Permitted.PUBLIC)
    @ResponseBody
    Verification.Verified verify(@RequestParam(required = false) @Nullable MultipartFile file) {
        return verification.byFile(content(file));
    }

    private static byte[] content(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Fault(LicencesError.NOTHING);
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
