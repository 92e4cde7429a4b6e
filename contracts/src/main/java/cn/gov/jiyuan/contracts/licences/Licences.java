package cn.gov.jiyuan.contracts.licences;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Electronic licences (电子证照): issue, hold, show, verify. */
public interface Licences {
    /** Issues a licence with its sealed OFD and its PDF; joins the caller's transaction. */
    Licence issue(Actor actor, NewLicence licence);

    /**
     * Takes licences of earlier times into the register, without files, by the bulk path (存量登记). Each gets the next
     * number of its type. Works in portions, each in a transaction of its own unless the caller has one.
     *
     * @return how many were recorded
     */
    long record(Stream<HistoricLicence> licences);

    /** Removes demonstration licences, so that an interrupted load can begin anew. @return how many */
    long removeDemo();

    Optional<Licence> find(UUID id);

    /** Those of these licences that there are, in no order; at most 1,000 at once. */
    List<Licence> findAll(Collection<UUID> ids);

    /**
     * Ends a licence because the decision on which it rests was revoked or withdrawn; joins the caller's transaction. One
     * that holds no longer stays as it is.
     *
     * @param state {@link State#ANNULLED} or {@link State#RETRACTED}
     */
    void end(Actor actor, UUID id, State state, String reason);

    /** The licence of this register that a stored OFD or PDF shows; empty if it shows none. */
    Optional<Licence> shownBy(UUID fileId);

    /** Licences of a holder, newest first, at most 200. */
    List<Licence> heldBy(UUID partyId);

    /** A valid licence of a type held by a party on a day, by which a material need not be brought. */
    Optional<Licence> valid(UUID partyId, String typeCode, LocalDate on);

    /**
     * What is needed to issue a licence.
     *
     * @param typeCode licence type code of 21 characters (GB/T 36904)
     * @param caseId the matter that led to it
     * @param unitId issuing unit
     * @param holderCode id number or unified social credit code
     * @param holderCodeType 111 citizen id, 001 unified social credit code
     * @param surface fields on its face in their order, label → value
     */
    record NewLicence(
            String typeCode,
            UUID caseId,
            UUID unitId,
            UUID holderId,
            String holderName,
            String holderCode,
            String holderCodeType,
            LocalDate validFrom,
            LocalDate validTo,
            LinkedHashMap<String, String> surface,
            boolean demo) {}

    /**
     * A licence issued before it came into the register.
     *
     * @param id its id; {@link cn.gov.jiyuan.kernel.id.Ids#at} for one that is ordered by time
     * @param caseId the matter that led to it; null if it is not known
     */
    record HistoricLicence(
            UUID id,
            String typeCode,
            @Nullable UUID caseId,
            UUID unitId,
            UUID holderId,
            String holderName,
            String holderCode,
            String holderCodeType,
            LocalDate issuedOn,
            LocalDate validFrom,
            LocalDate validTo,
            State state,
            LinkedHashMap<String, String> surface,
            boolean demo) {}

    /**
     * A licence as its holder sees it.
     *
     * @param identifier identifier of GB/T 36904 with root OID and check character
     * @param number number printed on it, JY2419001…
     * @param ofdFileId the sealed OFD; null for a licence of earlier times that was only recorded
     */
    record Licence(
            UUID id,
            String identifier,
            String typeCode,
            String typeName,
            String number,
            UUID holderId,
            String holderName,
            UUID unitId,
            String unitName,
            LocalDate issuedOn,
            LocalDate validFrom,
            LocalDate validTo,
            State state,
            @Nullable UUID ofdFileId,
            @Nullable UUID pdfFileId,
            Map<String, String> surface) {}

    /** Where a licence stands. */
    enum State {
        VALID("有效"),
        SUSPENDED("冻结"),
        REPLACED("已变更"),
        CANCELLED("已注销"),
        REVOKED("已吊销"),
        /** The decision on which it rests was revoked (撤销). */
        ANNULLED("已撤销"),
        /** The permission was withdrawn for the public interest (撤回). */
        RETRACTED("已撤回"),
        EXPIRED("已过期");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
