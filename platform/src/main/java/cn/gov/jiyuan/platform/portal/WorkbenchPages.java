package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The workbench of officials (工作台): one page that finds its way by the address, so every address without a dot
 * leads to it, and those of record types and datasets, whose names have one. Whoever is not logged in is led to the login first and comes back to the same address.
 */
@Controller
class WorkbenchPages {
    @GetMapping({
        "/workbench",
        "/workbench/",
        "/workbench/{a:[^.]*}",
        "/workbench/{a:[^.]*}/{b:[^.]*}",
        "/workbench/{a:[^.]*}/{b:[^.]*}/{c:[^.]*}",
        "/workbench/{a:[^.]*}/{b:[^.]*}/{c:[^.]*}/{d:[^.]*}",
        "/workbench/records/{type}",
        "/workbench/records/{type}/{id}",
        "/workbench/stewardship/{page}/{dataset}"
    })
    @Permitted("workbench.use")
    String workbench() {
        return "forward:/workbench/index.html";
    }
}
