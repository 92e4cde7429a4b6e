package cn.gov.jiyuan.data.opendata.ckan;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * CKAN Action API v3, so that CKAN's clients and harvesters work as they are. Only a key can authorise a change here, never
 * a session: these addresses carry no forgery token.
 */
@RestController("opendata.CkanController")
class CkanController {
    private static final String ACTION = "/api/3/action/{action}";
    private final ReadActions reading;
    private final PublishActions publishing;
    private final Texts texts;

    CkanController(ReadActions reading, PublishActions publishing, Texts texts) {
        this.reading = reading;
        this.publishing = publishing;
        this.texts = texts;
    }

    @GetMapping({ACTION, "/api/action/{action}"})
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<Object> get(@PathVariable String action, HttpServletRequest request) {
        return answer(action, "", request);
    }

    @PostMapping({ACTION, "/api/action/{action}"})
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<Object> post(
            @PathVariable String action,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        String text = body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
        String type = request.getContentType();
        boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        return answer(action, form && !text.strip().startsWith("{") ? "" : text, request);
    }

    private ResponseEntity<Object> answer(String action, String body, HttpServletRequest request) {
        String site =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        if (!reading.knows(action) && !publishing.knows(action)) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("\"Bad request - Action name not known: " + action.replaceAll("[^\\w-]", "") + "\"");
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("help", site + "/api/3/action/help_show?name=" + action);
        ResponseEntity.BodyBuilder response;
        try {
            Parameters parameters = Parameters.of(request.getParameterMap(), body);
            CkanView view = new CkanView(site);
            Object result = reading.knows(action)
                    ? reading.answer(action, parameters, view, request)
                    : publishing.answer(action, parameters, view, request);
            answer.put("success", true);
            answer.put("result", result);
            response = ResponseEntity.ok();
        } catch (CkanFault fault) {
            answer.put("success", false);
            answer.put("error", fault.error());
            response = ResponseEntity.status(fault.status());
            if (fault.error().get("retry_after") instanceof Long seconds) {
                response.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            }
        } catch (Fault fault) {
            CkanFault told = told(fault);
            answer.put("success", false);
            answer.put("error", told.error());
            response = ResponseEntity.status(told.status());
        }
        return response.contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    /** Our refusals in CKAN's words. */
    private CkanFault told(Fault fault) {
        String words = texts.of(fault.code().code(), fault.arguments());
        if (fault.code() == OpendataError.UNKNOWN) {
            return CkanFault.notFound();
        }
        return switch (fault.code().kind()) {
            case MISSING -> CkanFault.notFound();
            case PERMISSION -> CkanFault.notAuthorized(words);
            case INPUT, CONFLICT -> CkanFault.invalid(field(fault.pointer()), words);
            case BUSY, EXTERNAL, INTERNAL -> throw fault;
        };
    }

    private static String field(@Nullable String pointer) {
        return pointer == null || pointer.length() < 2 ? "data" : pointer.substring(1);
    }
}
