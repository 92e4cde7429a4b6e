package cn.gov.jiyuan.platform.federation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to peers (级联). What is put here lies in the outbox by the caller's transaction, goes in batches in the
 * order in which it was put, and is tried until the peer has it.
 */
public interface Federation {
    /** The peers with which batches are exchanged, by code. */
    List<Peer> peers();

    /** A peer that is not suspended. */
    Optional<Peer> peer(String code);

    /**
     * Lets the peer have a record as it is now, as an insertion or a change; the same content again is not sent again.
     *
     * @return false if the peer has it so, or sent back just this
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code federation.unknown-peer}, {@code federation.row-too-large}
     */
    boolean put(Outgoing record);

    /**
     * Lets the peer know that a record is gone; nothing happens if it was never sent.
     *
     * @return false if the peer knows it so
     */
    boolean remove(String peer, String recordType, String recordId);

    /**
     * A record to be sent.
     *
     * @param recordId the same in all operations on the record; never a personal datum itself
     * @param label by which the unit knows the record when it comes back, personal data masked; stays here
     * @param unitId who answers for the record and corrects it
     * @param content becomes a JSON object, at most 256 KB
     */
    record Outgoing(
            String peer,
            String recordType,
            String recordId,
            String label,
            @Nullable UUID unitId,
            Object content) {}
}
