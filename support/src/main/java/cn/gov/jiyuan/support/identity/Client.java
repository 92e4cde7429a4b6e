package cn.gov.jiyuan.support.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another system whose users log in here (接入应用). */
record Client(
        UUID id,
        String clientId,
        Particulars particulars,
        String secretDigest,
        boolean active,
        @Nullable Instant secretChangedAt,
        int version) {
    /** Whether it can keep a secret. */
    enum Kind {
        CONFIDENTIAL("能保管密钥（服务端应用）"),
        PUBLIC("不能保管密钥（网页、手机应用）");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What is registered of it.
     *
     * @param unitId the unit that answers for it
     * @param redirectUris where the browser returns after login; compared letter by letter
     * @param backchannelUri where the end of a session is told; empty for nowhere
     * @param ticketUri where the browser brings a ticket; empty if it takes none
     */
    record Particulars(
            String name,
            UUID unitId,
            Kind kind,
            List<String> redirectUris,
            List<String> postLogoutUris,
            String backchannelUri,
            String ticketUri,
            List<Scope> scopes) {
        Particulars {
            redirectUris = List.copyOf(redirectUris);
            postLogoutUris = List.copyOf(postLogoutUris);
            scopes = List.copyOf(scopes);
        }
    }

    public String name() {
        return particulars.name();
    }

    boolean isConfidential() {
        return particulars.kind() == Kind.CONFIDENTIAL;
    }
}
