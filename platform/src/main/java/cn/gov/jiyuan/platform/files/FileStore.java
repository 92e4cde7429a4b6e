package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Content-addressed files (SM3) with their names kept apart; nothing is ever overwritten. */
public interface FileStore {
    /**
     * Stores a file from outside after checking size, name and real type.
     *
     * @param declaredType media type as the sender states it
     * @throws cn.gov.jiyuan.kernel.error.Fault if it is too large, empty, of a forbidden type or not what its name says
     */
    StoredFile put(Actor actor, String name, String declaredType, InputStream content);

    /** Stores bytes that the platform itself made. */
    StoredFile put(Actor actor, String name, String mediaType, byte[] content);

    /** Stores content that the platform itself made and that is too long to be held in memory; reads the stream to its end. */
    StoredFile keep(Actor actor, String name, String mediaType, InputStream content);

    Optional<StoredFile> find(UUID id);

    /** Whether this person stored the file; what others stored must not be taken for one's own. */
    boolean isStoredBy(UUID id, UUID personId);

    /** Opens the content; the caller closes it. */
    InputStream open(UUID id);

    /** @param sm3 digest of the content in lower-case hex */
    record StoredFile(UUID id, String name, String mediaType, long size, String sm3, Instant storedAt) {}
}
