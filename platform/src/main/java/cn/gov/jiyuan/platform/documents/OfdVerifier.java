package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.documents.VerificationReport.SignatureReport;
import cn.gov.jiyuan.platform.keys.Sm2;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies every seal of an OFD file by GB/T 38540-2020 第 7.3 节; each step is recorded, none is taken for granted. */
final class OfdVerifier {
    private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";
    private static final Set<String> SM3_NAMES =
            Set.of("SM3", "1.2.156.10197.1.401", "1.2.156.10197.1.401.1", "1.2.156.10197.1.401.2");
    private static final int MOST_SIGNATURES = 50;

    private final SignerChecks checks;

    OfdVerifier(SignerChecks checks) {
        this.checks = checks;
    }

    VerificationReport verify(byte[] file) {
        OfdPackage document = OfdPackage.of(ZipReader.read(file));
        List<SignatureReport> reports = new ArrayList<>();
        Set<String> signatureFiles = new HashSet<>();
        List<String> descriptions = new ArrayList<>();
        for (OfdPackage.Body body : document.bodies()) {
            if (!body.signatures().isEmpty()) {
                signatureFiles.add(body.signatures());
                descriptions.addAll(descriptions(document, body.signatures()));
            }
        }
        descriptions.forEach(path -> signatureFiles.addAll(filesOf(document, path)));
        for (String path : descriptions) {
            reports.add(new One(document, path, signatureFiles).verify());
        }
        OfdPackage.Body first = document.bodies().getFirst();
        return VerificationReport.of("OFD", first.info().textOf("Title"), customData(first.info()), reports);
    }

    private static Map<String, String> customData(XmlNode info) {
        Map<String, String> fields = new LinkedHashMap<>();
        info.first("CustomDatas")
                .ifPresent(all -> all.all("CustomData").forEach(one -> fields.put(one.attribute("Name"), one.text())));
        return fields;
    }

    private static List<String> descriptions(OfdPackage document, String list) {
        List<String> paths = document.xml(list)
                .all("Signature")
                .map(entry -> OfdPackage.resolve(list, entry.attribute("BaseLoc")))
                .toList();
        if (paths.size() > MOST_SIGNATURES) {
            throw new Fault(DocumentsError.TOO_MANY_PARTS, MOST_SIGNATURES);
        }
        return paths;
    }

    /** Files a signature makes itself; no signature can protect its own, nor those added after it. */
    private static Set<String> filesOf(OfdPackage document, String description) {
        Set<String> files = new HashSet<>(Set.of(description));
        try {
            XmlNode xml = document.xml(description);
            files.add(OfdPackage.resolve(description, xml.textOf("SignedValue")));
            xml.first("SignedInfo")
                    .flatMap(info -> info.first("Seal"))
                    .ifPresent(seal -> files.add(OfdPackage.resolve(description, seal.textOf("BaseLoc"))));
        } catch (Fault fault) {
            // Reported by the structure check of this signature.
            return files;
        }
        return files;
    }

    /** One signature. */
    private final class One {
        private final OfdPackage document;
        private final String path;
        private final Set<String> signatureFiles;
        private final Findings findings = new Findings();

        One(OfdPackage document, String path, Set<String> signatureFiles) {
            this.document = document;
            this.path = path;
            this.signatureFiles = signatureFiles;
        }

        SignatureReport verify() {
            try {
                XmlNode description = document.xml(path);
                XmlNode info =
                        description.first("SignedInfo").orElseThrow(() -> new Fault(DocumentsError.DAMAGED_XML, path));
                byte[] value = document.content(OfdPackage.resolve(path, description.textOf("SignedValue")));
                SesSignature signature = SesSignature.parse(value);
                return verify(info, signature);
            } catch (Fault fault) {
                findings.broken(fault);
                return new SignatureReport("", "", "", null, null, findings.results());
            }
        }

        private SignatureReport verify(XmlNode info, SesSignature signature) {
            SesSeal seal = signature.seal();
            structure(info, signature);
            findings.holds(
                    Check.VERSION,
                    signature.version() == seal.version(),
                    "签章与印章的版本号一致（" + seal.version() + "）",
                    "签章的版本号（" + signature.version() + "）与印章的（" + seal.version() + "）不一致");
            X509Certificate signer = parse(Check.SIGNER_CERTIFICATE, signature.signerCertificate());
            if (signer != null) {
                findings.holds(
                        Check.SIGNATURE,
                        SM2_WITH_SM3.equals(signature.algorithm())
                                && Sm2.verify(signer, signature.signed(), signature.signature()),
                        "签名值与签章人证书相符",
                        "签名值与签章人证书不符，签章数据被改动");
            } else {
                findings.failed(Check.SIGNATURE, "签章人证书无法识别");
            }
            digest(signature);
            references(info);
            seal(signature, signer);
            Instant stamped = checks.stampedTime(findings, signature.timestamp(), signature.signature());
            Instant time = stamped == null ? signature.time() : stamped;
            times(signature, signer, time, stamped != null);
            return new SignatureReport(
                    seal.code(),
                    seal.name(),
                    signer == null ? "" : CertificateChains.name(signer),
                    time,
                    seal.picture(),
                    findings.results());
        }

        /** The loose copy of the seal, which a reader may draw, must be the one that was signed with. */
        private void structure(XmlNode info, SesSignature signature) {
            String copy = info.first("Seal").map(seal -> seal.textOf("BaseLoc")).orElse("");
            boolean same = copy.isEmpty()
                    || Arrays.equals(document.content(OfdPackage.resolve(path, copy)), signature.sealDer());
            findings.holds(Check.STRUCTURE, same, "签章数据符合 GB/T 38540 的结构", "文件中的印章与签章所用的印章不是同一枚");
        }

        private void digest(SesSignature signature) {
            boolean same = Arrays.equals(Sm3.digest(document.content(path)), signature.dataHash());
            boolean here = OfdPackage.resolve("", signature.property()).equals(path);
            findings.holds(Check.DIGEST, same && here, "签章描述与签名时一致", same ? "签章属性指向别的文件" : "签章描述被改动");
        }

        private void references(XmlNode info) {
            XmlNode references = info.first("References").orElse(info);
            if (!SM3_NAMES.contains(references.attribute("CheckMethod"))) {
                findings.failed(Check.CONTENT, "不支持的杂凑算法“" + references.attribute("CheckMethod") + "”");
            }
            Set<String> covered = new HashSet<>();
            List<String> changed = new ArrayList<>();
            references.all("Reference").forEach(reference -> {
                String file = OfdPackage.resolve(path, reference.attribute("FileRef"));
                covered.add(file);
                if (!matches(file, reference.textOf("CheckValue"))) {
                    changed.add(file);
                }
            });
            findings.holds(
                    Check.CONTENT,
                    changed.isEmpty(),
                    covered.size() + " 个文件与签章时一致",
                    "内容被改动：" + String.join("、", changed));
            Set<String> open = new HashSet<>(document.parts().keySet());
            open.removeAll(covered);
            open.removeAll(signatureFiles);
            findings.holds(Check.COVERAGE, open.isEmpty(), "签章保护了文件的全部内容", "不在签章保护之内：" + String.join("、", open));
        }

        private boolean matches(String file, String expected) {
            Part part = document.parts().get(file);
            try {
                return part != null
                        && Arrays.equals(
                                Sm3.digest(part.content()), Base64.getDecoder().decode(expected));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private void seal(SesSignature signature, @Nullable X509Certificate signer) {
            SesSeal seal = signature.seal();
            X509Certificate maker = parse(Check.MAKER_CERTIFICATE, seal.makerCertificate());
            findings.holds(
                    Check.SEAL_SIGNATURE,
                    maker != null
                            && SM2_WITH_SM3.equals(seal.algorithm())
                            && checks.made(maker, seal.signed(), seal.signature()),
                    "印章由制章人签名，未被改动",
                    "印章上的制章人签名不成立，印章是伪造的或被改动");
            byte[] own = signature.signerCertificate();
            byte[] wanted = seal.digests() ? Sm3.digest(own) : own;
            findings.holds(
                    Check.SIGNER_LISTED,
                    signer != null
                            && seal.signerCertificates().stream().anyMatch(listed -> Arrays.equals(listed, wanted)),
                    "签章人有权使用该印章",
                    "签章人不在该印章的签章者列表中");
            if (maker != null) {
                Instant time = signature.time();
                checks.maker(findings, maker, time == null ? checks.now() : time);
            }
        }

        private void times(
                SesSignature signature, @Nullable X509Certificate signer, @Nullable Instant time, boolean proved) {
            SesSeal seal = signature.seal();
            if (time == null) {
                findings.unchecked(Check.TIME, "签章时间无法读取");
                findings.unchecked(Check.SIGNER_CERTIFICATE, "签章时间无法读取，不能判断证书当时是否有效");
                return;
            }
            Instant stated = signature.time() == null ? time : signature.time();
            boolean inForce = !time.isBefore(seal.from()) && !time.isAfter(seal.until());
            boolean ordered = !stated.isAfter(time.plusSeconds(300))
                    && !stated.isAfter(checks.now().plusSeconds(300));
            findings.holds(
                    Check.TIME,
                    inForce && ordered,
                    "签章于 " + checks.day(time) + "，在印章有效期内",
                    inForce
                            ? "声明的签章时间晚于时间戳或当前时间"
                            : "签章时印章不在有效期内（" + checks.day(seal.from()) + "至" + checks.day(seal.until()) + "）");
            if (signer != null) {
                checks.signer(findings, signer, List.of(), time, proved);
            }
        }

        private @Nullable X509Certificate parse(Check check, byte[] der) {
            try {
                return checks.parse(der);
            } catch (CertificateException | RuntimeException e) {
                findings.failed(check, "证书无法识别");
                return null;
            }
        }
    }
}
