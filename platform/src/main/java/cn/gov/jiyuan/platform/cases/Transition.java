package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;

/** An action that has just been done; its transaction is still open. */
public record Transition(
        CaseType type, CaseAction action, String from, CaseView matter, Actor actor, ActionInput input, Instant at) {}
