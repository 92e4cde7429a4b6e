package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts seals into an OFD package. All seals of a document are put at once: each then protects every part, the list of
 * signatures too, and nothing can be added afterwards.
 */
final class OfdSigner {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneId.of("UTC"));

    private static final int REMEMBERED = 300;

    private final KeyVault vault;
    private final Timestamps timestamps;
    private final Clock clock;
    private final Map<SealBlob, ReadSeal> seals = new ConcurrentHashMap<>();

    OfdSigner(KeyVault vault, Timestamps timestamps, Clock clock) {
        this.vault = vault;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    /** A seal that was read before: units put the same one on every document. */
    private record ReadSeal(SesSeal seal, Part part, byte[] digest) {}

    private ReadSeal read(SealBlob blob) {
        ReadSeal known = seals.get(blob);
        if (known == null) {
            known = new ReadSeal(SesSeal.parse(blob.der()), Part.of(blob.der()), Sm3.digest(blob.der()));
            if (seals.size() >= REMEMBERED) {
                seals.clear();
            }
            seals.put(blob, known);
        }
        return known;
    }

    Map<String, Part> sign(Map<String, Part> unsealed, List<Stamp> stamps) {
        OfdPackage document = OfdPackage.of(unsealed);
        OfdPackage.Body body = document.bodies().getFirst();
        if (document.bodies().size() != 1 || !body.signatures().isEmpty()) {
            throw new Fault(DocumentsError.ALREADY_SEALED);
        }
        String folder = OfdPackage.resolve(body.root(), "Signs");
        List<String> pages = document.pageIds(body);
        Map<String, Part> parts = new LinkedHashMap<>(unsealed);
        parts.put(OfdPackage.ENTRY, Part.of(entry(document.content(OfdPackage.ENTRY), folder)));
        parts.put(folder + "/Signatures.xml", Part.of(list(stamps.size())));
        Map<String, byte[]> digests = new HashMap<>();
        for (int i = 0; i < stamps.size(); i++) {
            ReadSeal seal = read(stamps.get(i).seal());
            String path = folder + "/Sign_" + i + "/Seal.esl";
            parts.put(path, seal.part());
            digests.put(path, seal.digest());
        }
        String references = references(parts, digests);
        for (int i = 0; i < stamps.size(); i++) {
            sign(parts, folder + "/Sign_" + i, stamps.get(i), references, pages, i);
        }
        return parts;
    }

    private void sign(
            Map<String, Part> parts, String folder, Stamp stamp, String references, List<String> pages, int number) {
        Instant now = clock.instant();
        SesSeal seal = read(stamp.seal()).seal();
        if (now.isBefore(seal.from()) || now.isAfter(seal.until())) {
            throw new Fault(DocumentsError.SEAL_NOT_IN_FORCE, seal.name(), now);
        }
        String path = folder + "/Signature.xml";
        byte[] description =
                description(stamp, seal, references, pages.get(stamp.position().page()), folder, now, number);
        byte[] signature = SesBuilder.signature(
                stamp.seal().der(),
                now,
                Sm3.digest(description),
                "/" + path,
                vault.signer(stamp.seal().signerKey()),
                timestamps);
        parts.put(path, Part.of(description));
        parts.put(folder + "/SignedValue.dat", Part.of(signature));
    }

    /** Names the list of signatures in the package's entry, right after the document's root. */
    private static byte[] entry(byte[] xml, String folder) {
        String text = new String(xml, StandardCharsets.UTF_8);
        int end = text.indexOf("DocRoot>", text.indexOf("DocRoot>") + 1) + "DocRoot>".length();
        String prefix = text.contains("<ofd:DocRoot>") ? "ofd:" : "";
        String element = "<" + prefix + "Signatures>/" + folder + "/Signatures.xml</" + prefix + "Signatures>";
        return (text.substring(0, end) + element + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] list(int count) {
        Xml xml = new Xml(512).raw("<ofd:Signatures " + OfdWriter.NAMESPACE + "><ofd:MaxSignId>s");
        xml.number(count).raw("</ofd:MaxSignId>");
        for (int i = 0; i < count; i++) {
            xml.raw("<ofd:Signature ID=\"s")
                    .number(i + 1)
                    .raw("\" Type=\"Seal\" BaseLoc=\"Sign_")
                    .number(i);
            xml.raw("/Signature.xml\"/>");
        }
        return xml.raw("</ofd:Signatures>").bytes();
    }

    /** Every part with its SM3 digest. @param known digests that need not be computed again */
    private static String references(Map<String, Part> parts, Map<String, byte[]> known) {
        StringBuilder out = new StringBuilder("<ofd:References CheckMethod=\"1.2.156.10197.1.401\">");
        Base64.Encoder base64 = Base64.getEncoder();
        parts.forEach((path, part) -> out.append("<ofd:Reference FileRef=\"/")
                .append(path)
                .append("\"><ofd:CheckValue>")
                .append(base64.encodeToString(digest(known.get(path), part)))
                .append("</ofd:CheckValue></ofd:Reference>"));
        return out.append("</ofd:References>").toString();
    }

    private static byte[] digest(byte @Nullable [] known, Part part) {
        return known == null ? Sm3.digest(part.content()) : known;
    }

    private static byte[] description(
            Stamp stamp, SesSeal seal, String references, String page, String folder, Instant now, int number) {
        Xml xml =
                new Xml(references.length() + 2048).raw("<ofd:Signature " + OfdWriter.NAMESPACE + "><ofd:SignedInfo>");
        xml.raw("<ofd:Provider ProviderName=\"济源数字政府平台\" Company=\"济源\" Version=\"1\"/>");
        xml.element("ofd:SignatureMethod", "1.2.156.10197.1.501").element("ofd:SignatureDateTime", TIME.format(now));
        xml.raw(references)
                .raw("<ofd:StampAnnot ID=\"")
                .number(number + 1)
                .raw("\" PageRef=\"")
                .text(page);
        xml.raw("\" Boundary=\"")
                .number(stamp.position().x() - seal.width() / 2.0)
                .raw(" ");
        xml.number(stamp.position().y() - seal.height() / 2.0)
                .raw(" ")
                .number(seal.width())
                .raw(" ");
        xml.number(seal.height()).raw("\"/><ofd:Seal><ofd:BaseLoc>/").raw(folder);
        xml.raw("/Seal.esl</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo><ofd:SignedValue>/")
                .raw(folder);
        return xml.raw("/SignedValue.dat</ofd:SignedValue></ofd:Signature>").bytes();
    }
}
