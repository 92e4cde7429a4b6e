package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.Fault;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** What a page shows again when a form was refused (表单退回): the reason, and the field that it points at. */
public final class Refusal {
    private Refusal() {}

    /** Answers 422 with the reason as {@code problem} and the name of the field, or nothing, as {@code field}. */
    public static void show(Texts texts, Fault fault, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", texts.of(fault.code().code(), fault.arguments()));
        String pointer = fault.pointer();
        model.addAttribute("field", pointer == null ? "" : pointer.substring(1));
    }
}
