package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the holders of a role in a unit (通知). */
@Component
final class Tidings {
    private final Messages messages;
    private final Parties parties;
    private final Clock clock;

    Tidings(Messages messages, Parties parties, Clock clock) {
        this.messages = messages;
        this.parties = parties;
        this.clock = clock;
    }

    /** @return how many were told */
    int toUnit(UUID unit, List<String> roles, String template, List<?> arguments, String link) {
        LocalDate today = LocalDate.now(clock);
        Set<UUID> readers = new LinkedHashSet<>();
        for (String role : roles) {
            parties.holders(unit, role, today).stream().map(Post::personId).forEach(readers::add);
        }
        readers.forEach(reader -> messages.send(reader, template, arguments, link));
        return readers.size();
    }

    /** Stewards of both sides of a request or a grant. */
    void toBoth(UUID user, UUID provider, String template, List<?> arguments, String link) {
        toUnit(user, List.of("datasteward"), template, arguments, link);
        if (!provider.equals(user)) {
            toUnit(provider, List.of("datasteward"), template, arguments, link);
        }
    }
}
