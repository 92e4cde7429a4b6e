package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where parameters are read, drafted and approved by people (规则管理). Each step is audited. */
public interface RuleDesk {
    /** @param prefix only keys that begin so; empty for all @param confidence only these; null for all */
    List<Parameter> list(String prefix, @Nullable Confidence confidence);

    /** Drafts that wait for approval, oldest first. */
    List<Parameter> drafts();

    /** All versions of one key and the days without any. */
    History history(String key);

    /**
     * Drafts a version of an existing key.
     *
     * @return id of the draft
     */
    UUID propose(Actor actor, Draft draft);

    /**
     * Lets a draft take effect. An open version before it ends on the day before; any other overlap is refused, as are
     * an effective day in the past and the approval by its author.
     */
    Parameter approve(Actor actor, UUID id);

    /** Takes back a draft; its author or who may approve does so, with the reason in the audit trail. */
    void withdraw(Actor actor, UUID id, String reason);

    record Draft(
            String key,
            JsonNode value,
            LocalDate from,
            @Nullable LocalDate to,
            LegalBasis basis) {}

    record History(String key, String title, List<Parameter> versions, List<Gap> gaps) {}

    /** Days between two versions on which nothing holds, both ends included. */
    record Gap(LocalDate from, LocalDate to) {}
}
