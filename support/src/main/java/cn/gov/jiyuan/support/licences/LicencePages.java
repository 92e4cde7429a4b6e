package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.portal.Download;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A holder's own licences. */
@Controller
class LicencePages {
    private final Licences licences;
    private final FileStore files;

    LicencePages(Licences licences, FileStore files) {
        this.licences = licences;
        this.files = files;
    }

    @GetMapping("/licences/{id}")
    @Permitted("licences.licence.own")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("licence", own(actor, id));
        return "licences/licence";
    }

    @GetMapping("/licences/{id}/{form:ofd|pdf}")
    @Permitted("licences.licence.own")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id, @PathVariable String form, Actor actor) {
        Licences.Licence licence = own(actor, id);
        UUID fileId = form.equals("ofd") ? licence.ofdFileId() : licence.pdfFileId();
        if (fileId == null) {
            throw new Fault(LicencesError.NO_DOCUMENT);
        }
        return Download.of(files, fileId, form.equals("pdf"));
    }

    private Licences.Licence own(Actor actor, UUID id) {
        return licences.find(id)
                .filter(licence -> licence.holderId().equals(actor.principalId()))
                .orElseThrow(() -> new Fault(LicencesError.UNKNOWN));
    }
}
