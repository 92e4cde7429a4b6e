package cn.gov.jiyuan.platform.access;

import cn.gov.jiyuan.kernel.actor.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the caller to handler methods that take an {@link Actor}. */
@Component
final class ActorArgument implements HandlerMethodArgumentResolver {
    private static final String ATTRIBUTE = Actor.class.getName();
    private final ObjectProvider<ActorSource> source;

    ActorArgument(ObjectProvider<ActorSource> source) {
        this.source = source;
    }

    Actor actorOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Actor known) {
            return known;
        }
        ActorSource actors = source.getIfAvailable();
        Actor actor = actors == null ? Actor.ANONYMOUS : actors.actorOf(request);
        request.setAttribute(ATTRIBUTE, actor);
        return actor;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        return servletRequest == null ? Actor.ANONYMOUS : actorOf(servletRequest);
    }
}
