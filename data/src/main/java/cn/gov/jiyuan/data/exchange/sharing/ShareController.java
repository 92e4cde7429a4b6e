package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sharing interface over HTTP. Who calls is told by the signature, not by a session; the resource stands in the path
 * with a hyphen in place of its slash.
 */
@RestController
@RequestMapping("/api/share/v1")
class ShareController {
    private static final byte[] NOTHING = {};

    private final ShareApi api;
    private final KeyVault vault;
    private final Texts texts;

    ShareController(ShareApi api, KeyVault vault, Texts texts) {
        this.api = api;
        this.vault = vault;
        this.texts = texts;
    }

    @PostMapping("/{resource:[0-9A-Za-z-]{1,40}}/query")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> query(
            @PathVariable String resource,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return posted(ShareApi.QUERY, resource, body, request);
    }

    @GetMapping("/{resource:[0-9A-Za-z-]{1,40}}/query")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> queryByGet(@PathVariable String resource, HttpServletRequest request) {
        return got(ShareApi.QUERY, resource, request);
    }

    @PostMapping("/{resource:[0-9A-Za-z-]{1,40}}/verify")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> verify(
            @PathVariable String resource,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return posted(ShareApi.VERIFY, resource, body, request);
    }

    @GetMapping("/{resource:[0-9A-Za-z-]{1,40}}/verify")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> verifyByGet(@PathVariable String resource, HttpServletRequest request) {
        return got(ShareApi.VERIFY, resource, request);
    }

    /** Keys of rows that were added, changed or removed since a version of the dataset. */
    @GetMapping("/{resource:[0-9A-Za-z-]{1,40}}/changes")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> changes(@PathVariable String resource, HttpServletRequest request) {
        return got(ShareApi.CHANGES, resource, request);
    }

    /** The certificate by which signed answers are verified, Base64 of its DER form. */
    @GetMapping("/certificate")
    @Permitted(Permitted.PUBLIC)
    Map<String, String> certificate() throws CertificateEncodingException {
        byte[] leaf = vault.chain(KeyVault.AUDIT).getFirst().getEncoded();
        return Map.of(
                "algorithm", "SM2 with SM3", "certificate", Base64.getEncoder().encodeToString(leaf));
    }

    private ResponseEntity<byte[]> posted(
            String what, String resource, byte @Nullable [] body, HttpServletRequest request) {
        byte[] sent = body == null ? NOTHING : body;
        return answer(what, resource, signed(request, sent), request, () -> Asked.of(sent));
    }

    private ResponseEntity<byte[]> got(String what, String resource, HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        return answer(what, resource, signed(request, NOTHING), request, () -> Asked.of(parameters));
    }

    private ResponseEntity<byte[]> answer(
            String what, String resource, SignedCall call, HttpServletRequest request, Supplier<Asked> asked) {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(api.serve(call, what, resource.replaceFirst("-(?=[^-]*$)", "/"), asked));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header("Cache-Control", "no-store");
        if ("SM2".equalsIgnoreCase(request.getHeader("X-Sign-Response"))) {
            answer.header("X-Response-Signature", Base64.getEncoder().encodeToString(vault.sign(KeyVault.AUDIT, body)));
        }
        return answer.body(body);
    }

    private static SignedCall signed(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        return new SignedCall(
                request.getMethod(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                header(request, "X-App-Key"),
                header(request, "X-Timestamp"),
                header(request, "X-Nonce"),
                header(request, "X-Signature"),
                body,
                request.getRemoteAddr());
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.strip();
    }

    @ExceptionHandler(ShareApi.Refusal.class)
    ResponseEntity<ProblemDetail> refused(ShareApi.Refusal refusal) {
        HttpStatusCode status = HttpStatusCode.valueOf(ShareApi.status(refusal.code()));
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, texts.of(refusal.code().code(), refusal.arguments()));
        problem.setType(URI.create("urn:jiyuan:error:" + refusal.code().code()));
        problem.setProperty("code", refusal.code().code());
        problem.setProperty("reason", ShareApi.word(refusal.code()));
        problem.setProperty("serial", refusal.serial().toString());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
