package cn.gov.jiyuan.platform.parties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A legal entity (法人): its registration is public. */
public record LegalEntity(
        UUID id,
        String uscc,
        String name,
        String kind,
        @Nullable UUID legalRepresentativeId,
        String legalRepresentativeName,
        String address,
        String areaCode,
        LocalDate registeredOn,
        State state) {
    public enum State {
        ACTIVE("存续"),
        REVOKED("吊销"),
        CANCELLED("注销");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
