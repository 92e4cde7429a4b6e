package cn.gov.jiyuan.data.opendata.portal;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.data.opendata.access.Downloads;
import cn.gov.jiyuan.data.opendata.release.FileFormat;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Shelf;
import cn.gov.jiyuan.data.opendata.release.Version;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.portal.Download;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of versions; an address once given out works as long as the version may be had, and then says that it is gone. */
@Controller("opendata.DownloadPages")
class DownloadPages {
    private final Shelf shelf;
    private final Downloads downloads;
    private final FileStore files;

    DownloadPages(Shelf shelf, Downloads downloads, FileStore files) {
        this.shelf = shelf;
        this.downloads = downloads;
        this.files = files;
    }

    @GetMapping("/open/datasets/{identifier:[a-z0-9-]+}/versions/{number}/{format:csv|json|xlsx}")
    @Permitted(Permitted.PUBLIC)
    Object file(@PathVariable String identifier, @PathVariable int number, @PathVariable String format, Actor actor) {
        OpenDataset dataset = shelf.find(identifier).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, identifier));
        Version version = shelf.version(dataset, number);
        if (dataset.gone() || version.withdrawn() != null) {
            return GonePage.of(dataset);
        }
        Version.Distribution file =
                downloads.take(actor, dataset, version, FileFormat.valueOf(format.toUpperCase(Locale.ROOT)));
        return Download.of(files, file.fileId(), false);
    }

    /** The short address of a file, as catalogues name it. */
    @GetMapping("/open/files/{id}")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<Void> byId(@PathVariable UUID id) {
        Version version = shelf.versionOfFile(id).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
        OpenDataset dataset = shelf.find(version.datasetId()).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
        String extension = version.files().stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .orElseThrow()
                .format()
                .extension();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(
                        "/open/datasets/" + dataset.identifier() + "/versions/" + version.number() + "/" + extension))
                .build();
    }
}
