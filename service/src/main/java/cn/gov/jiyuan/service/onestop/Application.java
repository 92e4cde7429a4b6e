package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant fills in, from the first answer to the submission and after (申报).
 *
 * @param situation code of the situation that he chose; null if the item has one only or he chose none
 */
record Application(
        UUID id,
        ItemVersionRef item,
        String itemName,
        @Nullable String situation,
        String formId,
        int formVersion,
        UUID applicantId,
        boolean enterprise,
        @Nullable UUID agentId,
        Answers answers,
        int version,
        @Nullable UUID caseId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt) {
    /**
     * One that is just begun, with what is known of the party.
     *
     * @param situation an unknown code counts as none, which asks for all materials
     * @param party for whom it is, or who acts for whom
     */
    static Application begun(
            ItemGuide guide,
            @Nullable String situation,
            FormDefinition form,
            Actor party,
            boolean enterprise,
            Answers known,
            Instant now) {
        return new Application(
                Ids.next(),
                guide.ref(),
                guide.name(),
                guide.content()
                        .situations()
                        .byCode(situation)
                        .map(Situations.Case::code)
                        .orElse(null),
                form.id(),
                form.version(),
                party.principalId(),
                enterprise,
                Applications.agent(party),
                known,
                1,
                null,
                now,
                now,
                null);
    }

    public boolean isSubmitted() {
        return caseId != null;
    }
}
