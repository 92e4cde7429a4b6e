package cn.gov.jiyuan.platform.messages;

import java.util.Optional;
import java.util.UUID;

/** Where a party can be reached; implemented by whoever keeps parties. Without it, copies end without an address. */
public interface Addresses {
    Optional<String> mail(UUID party);

    Optional<String> phone(UUID party);
}
