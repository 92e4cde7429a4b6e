package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Sm2;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies that a line of the log is as it was written and that nothing was taken out around it (核验). */
@Component
final class CallProof {
    private final CallStore store;
    private final KeyVault vault;

    CallProof(CallStore store, KeyVault vault) {
        this.store = store;
        this.vault = vault;
    }

    /**
     * What was found.
     *
     * @param intact all of it holds @param finding in Chinese @param signer subject of the certificate
     */
    record Verdict(
            UUID id,
            boolean intact,
            String finding,
            UUID chain,
            long sequence,
            int calls,
            @Nullable String signer) {}

    Verdict verify(UUID id) {
        CallStore.Kept kept = store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        CallStore.Seal link = store.link(kept.chain(), kept.sequence()).orElse(null);
        if (link == null) {
            return verdict(kept, null, false, "所在的一节不在了");
        }
        if (!Arrays.equals(kept.digest(), CallDigest.of(kept.call()))) {
            return verdict(kept, link, false, "这一行的内容与摘要不符，被改动过");
        }
        byte[] hash = CallDigest.link(
                link.previous(), link.chain(), link.sequence(), store.digests(link.chain(), link.sequence()));
        if (!Arrays.equals(hash, link.hash())) {
            return verdict(kept, link, false, "同一节里有行被改动、增加或者删除");
        }
        boolean follows = link.sequence() == 1
                || store.link(link.chain(), link.sequence() - 1)
                        .filter(before -> Arrays.equals(before.hash(), link.previous()))
                        .isPresent();
        if (!follows) {
            return verdict(kept, link, false, "与上一节连不上，上一节被改动或者删除");
        }
        return signature(kept, link);
    }

    private Verdict signature(CallStore.Kept kept, CallStore.Seal link) {
        CallStore.Seal signed = link;
        byte[] hash = link.hash();
        List<CallStore.Seal> later =
                link.signature() == null ? store.untilSigned(link.chain(), link.sequence()) : List.of();
        for (CallStore.Seal next : later) {
            if (!Arrays.equals(next.previous(), hash)) {
                return verdict(kept, link, false, "与后面的节连不上，后面的节被改动过");
            }
            hash = CallDigest.link(
                    next.previous(), next.chain(), next.sequence(), store.digests(next.chain(), next.sequence()));
            signed = next;
        }
        byte[] signature = signed.signature();
        byte[] proven = hash;
        if (signature == null) {
            return verdict(kept, link, false, "还没有签名，请几秒后再核验");
        }
        boolean good = vault.chain(KeyVault.AUDIT).stream()
                .findFirst()
                .filter(signer -> Sm2.verify(signer, proven, signature))
                .isPresent();
        return verdict(kept, link, good, good ? "内容、链接和签名都相符" : "签名不符");
    }

    private Verdict verdict(CallStore.Kept kept, CallStore.@Nullable Seal link, boolean intact, String finding) {
        return new Verdict(
                kept.call().id(),
                intact,
                finding,
                kept.chain(),
                kept.sequence(),
                link == null ? 0 : link.calls(),
                intact
                        ? vault.chain(KeyVault.AUDIT)
                                .getFirst()
                                .getSubjectX500Principal()
                                .getName()
                        : null);
    }
}
