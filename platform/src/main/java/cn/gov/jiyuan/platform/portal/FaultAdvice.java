package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.ErrorKind;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.ActorSource;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Turns refusals into RFC 9457 problems for programs and into plain pages for people. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(FaultAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "10";
    private final Texts texts;
    private final PageModel pages;
    private final ObjectProvider<ActorSource> actors;
    private final KeptForms keptForms;
    private final ObjectProvider<ThymeleafViewResolver> views;

    FaultAdvice(
            Texts texts,
            PageModel pages,
            ObjectProvider<ActorSource> actors,
            KeptForms keptForms,
            ObjectProvider<ThymeleafViewResolver> views) {
        this.views = views;
        this.texts = texts;
        this.pages = pages;
        this.actors = actors;
        this.keptForms = keptForms;
    }

    @ExceptionHandler(Fault.class)
    Object onFault(Fault fault, HttpServletRequest request, HttpServletResponse response) {
        if (fault.code().kind() == ErrorKind.BUSY) {
            return busy(fault, request, response);
        }
        HttpStatus status = status(fault);
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
        }
        String sentence = texts.of(fault.code().code(), fault.arguments());
        if (isProgram(request)) {
            ResponseEntity<ProblemDetail> problem = problem(status, fault.code().code(), sentence, fault.pointer());
            fault.details().forEach(Objects.requireNonNull(problem.getBody())::setProperty);
            return problem;
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            return new ModelAndView("redirect:/login?next=" + next(request, response));
        }
        if (fault.code() == PortalError.FORGERY && SentForm.isOurs(request)) {
            keptForms.keep(SentForm.of(request), response);
        }
        return page(status, sentence, fault.code().code(), request).addAllObjects(fault.details());
    }

    /** Says so without asking the database for anything, which is what there is too little of. */
    private Object busy(Fault fault, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("{} {} waited in vain: {}", request.getMethod(), request.getRequestURI(), fault.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        String sentence = texts.of(fault.code().code(), fault.arguments());
        if (isProgram(request)) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, fault.code().code(), sentence, null);
        }
        ModelAndView page = new ModelAndView(new SessionlessView(view("portal/busy")), pages.attributesAtHand(request));
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        page.addObject("sentence", sentence);
        page.addObject("code", fault.code().code());
        boolean form = !SentForm.method(request).equals("GET");
        page.addObject("form", form && SentForm.isOurs(request) ? SentForm.of(request) : null);
        page.addObject("again", form ? null : pages.attributesAtHand(request).get("here"));
        return page;
    }

    private View view(String name) {
        try {
            return Objects.requireNonNull(views.getObject().resolveViewName(name, Locale.CHINA));
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    @ExceptionHandler(Exception.class)
    Object onException(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Fault busy = Busy.behind(exception);
        if (busy != null) {
            return busy(busy, request, response);
        }
        if (exception instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            String code = "portal.http-" + status.value();
            String sentence = texts.has(code)
                    ? texts.of(code, java.util.List.of())
                    : texts.of("portal.bad-request", java.util.List.of());
            return isProgram(request)
                    ? problem(status, code, sentence, null)
                    : page(HttpStatus.valueOf(status.value()), sentence, code, request);
        }
        if (exception instanceof org.springframework.web.multipart.MaxUploadSizeExceededException) {
            String sentence = texts.of("portal.too-large", java.util.List.of());
            return isProgram(request)
                    ? problem(HttpStatus.CONTENT_TOO_LARGE, "portal.too-large", sentence, null)
                    : page(HttpStatus.CONTENT_TOO_LARGE, sentence, "portal.too-large", request);
        }
        if (exception instanceof HttpMessageNotReadableException || exception instanceof TypeMismatchException) {
            String sentence = texts.of("portal.http-400", java.util.List.of());
            return isProgram(request)
                    ? problem(HttpStatus.BAD_REQUEST, "portal.http-400", sentence, null)
                    : page(HttpStatus.BAD_REQUEST, sentence, "portal.http-400", request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        String sentence = texts.of("portal.defect", java.util.List.of());
        return isProgram(request)
                ? problem(HttpStatus.INTERNAL_SERVER_ERROR, "portal.defect", sentence, null)
                : page(HttpStatus.INTERNAL_SERVER_ERROR, sentence, "portal.defect", request);
    }

    private static HttpStatus status(Fault fault) {
        ErrorKind kind = fault.code().kind();
        return switch (kind) {
            case INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PERMISSION ->
                fault.code().code().equals("access.sign-in") ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            case EXTERNAL -> HttpStatus.BAD_GATEWAY;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static boolean isProgram(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = asked instanceof String before ? before : request.getRequestURI();
        return path.startsWith("/api/") || (accept != null && accept.contains("json"));
    }

    private ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, String code, String sentence, @Nullable String pointer) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        String title = "portal.title-" + status.value();
        if (texts.has(title)) {
            detail.setTitle(texts.of(title, java.util.List.of()));
        }
        detail.setType(URI.create("urn:jiyuan:error:" + code));
        detail.setProperty("code", code);
        if (pointer != null) {
            detail.setProperty("pointer", pointer);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ModelAndView page(HttpStatus status, String sentence, String code, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("portal/error");
        ActorSource source = actors.getIfAvailable();
        Actor actor = source == null ? Actor.ANONYMOUS : source.actorOf(request);
        page.addAllObjects(pages.attributes(actor, request));
        page.setStatus(status);
        page.addObject("sentence", sentence);
        page.addObject("code", code);
        page.addObject("status", status.value());
        if (!SentForm.method(request).equals("GET") && SentForm.isOurs(request)) {
            page.addObject("back", SentForm.page(request));
        }
        return page;
    }

    /** Where to go on after logging in; what a form held is kept until then. */
    private String next(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (!request.getMethod().equals("GET")) {
            KeptForm form = SentForm.of(request);
            keptForms.keep(form, response);
            path = form.page();
        }
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
