package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a stored file; the caller has checked that it may be sent. */
public final class Download {
    private Download() {}

    /** @param inline true to open it in the browser; only for types that cannot carry script */
    public static ResponseEntity<InputStreamResource> of(FileStore files, UUID id, boolean inline) {
        FileStore.StoredFile file = files.find(id).orElseThrow(() -> new Fault(PortalError.FILE));
        boolean harmless = file.mediaType().equals("application/pdf")
                || file.mediaType().equals("image/png")
                || file.mediaType().equals("image/jpeg");
        ContentDisposition disposition = (inline && harmless
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(files.open(id)));
    }
}
