package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What is shown when a request failed before any handler method saw it, such as an upload over the limit. */
@Controller
class FailurePage implements ErrorController {
    @RequestMapping("/error")
    @Permitted(Permitted.PUBLIC)
    String show(HttpServletRequest request) {
        Fault busy = Busy.behind(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        if (busy != null) {
            throw busy;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = status instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        throw new ResponseStatusException(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
    }
}
