package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.cases.Colleague;
import cn.gov.jiyuan.platform.cases.Colleagues;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the engine of cases to whom work can be handed. */
@Component
final class OfficialColleagues implements Colleagues {
    private final Parties parties;
    private final Clock clock;

    OfficialColleagues(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Optional<Colleague> find(UUID personId) {
        return parties.posts(personId, LocalDate.now(clock)).stream()
                .findFirst()
                .map(post -> new Colleague(post.personId(), post.officialName()));
    }

    @Override
    public List<Colleague> of(UUID unitId, String role) {
        return colleagues(parties.holders(unitId, role, LocalDate.now(clock)));
    }

    @Override
    public List<Colleague> of(UUID unitId) {
        return colleagues(parties.staff(unitId, LocalDate.now(clock)));
    }

    /** Who holds two posts is one colleague. */
    private static List<Colleague> colleagues(List<Post> posts) {
        return posts.stream()
                .map(post -> new Colleague(post.personId(), post.officialName()))
                .distinct()
                .toList();
    }
}
