package cn.gov.jiyuan.platform.access;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks the policy before each handler method of the house; a method without {@link Permitted} is never served. */
@Component
final class PermittedInterceptor implements HandlerInterceptor {
    private final Access access;
    private final ActorArgument actors;

    PermittedInterceptor(Access access, ActorArgument actors) {
        this.access = access;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("cn.gov.jiyuan.")) {
            return true;
        }
        Permitted permitted = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permitted.class);
        if (permitted == null) {
            throw new Fault(AccessError.POLICY, "未声明权限的接口：" + method.getShortLogMessage());
        }
        Actor actor = actors.actorOf(request);
        access.require(actor, permitted.value());
        return true;
    }
}
