package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** Receives, checks and keeps files; the registration joins the caller's transaction, the content precedes it. */
final class ContentAddressedStore implements FileStore {
    private final ContentFolder folder;
    private final MetadataStore metadata;
    private final FilesSettings settings;
    private final Clock clock;

    ContentAddressedStore(ContentFolder folder, MetadataStore metadata, FilesSettings settings, Clock clock) {
        this.folder = folder;
        this.metadata = metadata;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public StoredFile put(Actor actor, String name, String declaredType, InputStream content) {
        FileName safe = FileName.of(name);
        try {
            ContentFolder.Incoming incoming =
                    folder.receive(content, settings.maxSize().toBytes());
            try {
                FileType type = checked(incoming, safe, declaredType);
                return kept(actor, safe, type.mediaType(), incoming);
            } finally {
                folder.discard(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileType checked(ContentFolder.Incoming incoming, FileName name, String declared) throws IOException {
        String shown = name.text();
        if (incoming.size() == 0) {
            throw new Fault(FilesError.EMPTY, shown);
        }
        if (incoming.size() > settings.maxSize().toBytes()) {
            throw new Fault(FilesError.TOO_LARGE, shown, inMegabytes(settings.maxSize()));
        }
        FileType type = new Sniffer(settings).typeOf(incoming.path(), shown).orElseThrow(() -> unaccepted(name));
        if (!type.isNamedBy(name.extension()) || !type.isDeclaredBy(declared)) {
            throw new Fault(FilesError.NOT_WHAT_IT_SAYS, shown, type.label());
        }
        return type;
    }

    private static Fault unaccepted(FileName name) {
        return FileType.named(name.extension()).isPresent()
                ? new Fault(FilesError.NOT_WHAT_IT_SAYS, name.text(), "其他类型")
                : new Fault(FilesError.FORBIDDEN_TYPE, name.text(), FileType.accepted());
    }

    private static String inMegabytes(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toBytes() + " 字节";
    }

    @Override
    public StoredFile put(Actor actor, String name, String mediaType, byte[] content) {
        return keep(actor, name, mediaType, new ByteArrayInputStream(content));
    }

    @Override
    public StoredFile keep(Actor actor, String name, String mediaType, InputStream content) {
        try {
            ContentFolder.Incoming incoming = folder.receive(content, Long.MAX_VALUE - 1);
            return kept(actor, FileName.of(name), mediaType, incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile kept(Actor actor, FileName name, String mediaType, ContentFolder.Incoming incoming)
            throws IOException {
        folder.keep(incoming);
        StoredFile file = new StoredFile(
                Ids.next(),
                name.text(),
                mediaType,
                incoming.size(),
                HexFormat.of().formatHex(incoming.sm3()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        metadata.insert(file, actor.personId());
        return file;
    }

    @Override
    public boolean isStoredBy(UUID id, UUID personId) {
        return metadata.isStoredBy(id, personId);
    }

    @Override
    public Optional<StoredFile> find(UUID id) {
        return metadata.find(id);
    }

    /** Reads the content once to prove its digest before it is handed out: a document is worth a second read. */
    @Override
    public InputStream open(UUID id) {
        StoredFile file = metadata.find(id).orElseThrow(() -> new Fault(FilesError.UNKNOWN));
        byte[] sm3 = HexFormat.of().parseHex(file.sm3());
        try {
            if (!folder.holds(sm3)) {
                throw new Fault(FilesError.CONTENT_LOST, file.name());
            }
            return folder.open(sm3);
        } catch (NoSuchFileException e) {
            throw Fault.caused(e, FilesError.CONTENT_LOST, file.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
