package cn.gov.jiyuan.platform.parties;

import java.util.Set;
import java.util.UUID;

/** A post (岗位) that an official holds in a unit, with its roles. One official may hold several. */
public record Post(UUID id, UUID personId, String officialName, UUID unitId, String title, Set<String> roles) {
    public Post {
        roles = Set.copyOf(roles);
    }
}
