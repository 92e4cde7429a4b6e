package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.identity.Authority;
import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an application came to be handed in.
 *
 * @param applicant clear name of the applicant
 * @param agent who acts for the applicant; null if nobody does
 * @param agentName clear name of the agent, if it is known
 * @param power by which the agent acts
 */
record Filing(
        String applicant, @Nullable UUID agent, @Nullable String agentName, Authority.Power power, Channel channel) {

    static Filing online(Actor actor, Authority.Power power) {
        UUID agent = Applications.agent(actor);
        return new Filing(actor.principalName(), agent, agent == null ? null : actor.name(), power, Channel.COMPUTER);
    }

    static Filing atWindow(WindowVisitors visitors, Application application) {
        return new Filing(
                visitors.name(application),
                application.agentId(),
                visitors.agentName(application),
                Authority.Power.SELF,
                Channel.WINDOW);
    }
}
