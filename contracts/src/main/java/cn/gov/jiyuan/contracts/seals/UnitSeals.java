package cn.gov.jiyuan.contracts.seals;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.UUID;

/** Sealing documents in the name of a unit (用印). */
public interface UnitSeals {
    /**
     * Seals an OFD with the unit's active seal and records the use with its reason; joins the caller's transaction.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault if the unit has no active seal of that kind or the actor may not use it
     */
    byte[] seal(Actor actor, SealUse use, byte[] ofd);

    /** The same on a PDF, as a signature that readers of PDF can see. */
    byte[] sealPdf(Actor actor, SealUse use, byte[] pdf);

    /**
     * One use of a seal.
     *
     * @param unitId whose seal
     * @param kind which of its seals
     * @param document what is sealed, 受理通知书 for example
     * @param caseId the matter for which it is sealed: a seal is never used without one
     * @param page number of the page, from 0
     * @param centreX centre of the seal in mm from the left edge
     * @param centreY centre of the seal in mm from the top edge
     */
    record SealUse(
            UUID unitId, SealKind kind, String document, UUID caseId, int page, double centreX, double centreY) {}
}
