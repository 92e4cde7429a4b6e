package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What somebody sees whose form carried no valid token, for example after the session was lost. */
@Controller
class ForgeryPage {
    @RequestMapping("/forgery")
    @Permitted(Permitted.PUBLIC)
    String show() {
        throw new Fault(PortalError.FORGERY);
    }
}
