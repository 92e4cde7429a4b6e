package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who: natural persons, legal entities, officials and the right to act for another (主体). */
public interface Parties {
    Optional<Person> person(UUID id);

    Optional<MaskedPerson> masked(UUID id);

    Optional<UUID> personByIdNumber(CitizenId idNumber);

    /** Those of these numbers that are known, with their party ids. */
    Map<CitizenId, UUID> personsByIdNumbers(Collection<CitizenId> idNumbers);

    /** Registers a person whose identity was verified. @throws cn.gov.jiyuan.kernel.error.Fault if the id number is known */
    UUID register(Actor actor, NewPerson person);

    Optional<LegalEntity> legalEntity(UUID id);

    Optional<LegalEntity> legalEntityByUscc(Uscc uscc);

    /** Party ids of those of these codes that are known, by code. */
    Map<String, UUID> legalEntitiesByUsccs(Collection<Uscc> codes);

    /** Posts that are valid on a day. */
    List<Post> posts(UUID personId, LocalDate on);

    /** Who holds a role in a unit on a day. */
    List<Post> holders(UUID unitId, String role, LocalDate on);

    /** All who hold a post in a unit on a day, by name. */
    List<Post> staff(UUID unitId, LocalDate on);

    /** Whether the person lives, as far as the register knows. */
    boolean isAlive(UUID personId);

    /**
     * For whom the person may act on a day: as legal representative of whatever entity the register names him for, and by
     * what was granted to him. Nothing for the dead.
     */
    List<Representation> representations(UUID agentId, LocalDate on);

    /** A grant, also one that is over. */
    Optional<Representation> representation(UUID id);

    /** Entities whose registered legal representative the person is. */
    List<LegalEntity> represented(UUID personId);

    /** Puts a right to act for another into force. */
    void grant(Actor actor, Representation granted);

    /** Moves the last day of a grant. */
    void prolong(Actor actor, UUID id, LocalDate validTo);

    /** Ends a grant at once. */
    void revoke(Actor actor, UUID id);

    /** Replaces the grants of the demonstration. */
    void loadDemo(List<Representation> granted);

    /** What is needed to register a natural person. */
    record NewPerson(
            String name, CitizenId idNumber, @Nullable String phone, String householdAreaCode, int realLevel) {}
}
