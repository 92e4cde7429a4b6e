package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters that ship with the software, {@code rules/<system>.json} of every module. They are only ever added: a
 * version that is there stays, and a key that the city has edited is left to the city.
 */
final class Seeds {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Seed(
            String key,
            String title,
            ValueType type,
            JsonNode value,
            LocalDate from,
            @Nullable LocalDate to,
            String law,
            String number,
            String clause,
            Confidence confidence) {}

    private final ParameterStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Seeds(ParameterStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    static List<Seed> shipped() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:rules/*.json");
            return Arrays.stream(found)
                    .flatMap(resource -> read(resource).stream())
                    .sorted(Comparator.comparing(Seed::key).thenComparing(Seed::from))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(List<Seed> seeds) {
        transaction.executeWithoutResult(status -> {
            store.lock("seeds");
            seeds.forEach(this::addOne);
        });
    }

    private void addOne(Seed seed) {
        List<Parameter> versions = store.versions(seed.key());
        boolean keep = versions.stream()
                .anyMatch(v -> v.origin() == Parameter.Origin.CITY || v.from().equals(seed.from()));
        if (keep) {
            return;
        }
        Parameter parameter = new Parameter(
                Ids.next(),
                seed.key(),
                versions.size() + 1,
                seed.title(),
                seed.type(),
                seed.type().read(seed.value()),
                seed.from(),
                seed.to(),
                new LegalBasis(seed.law(), seed.number(), seed.clause(), seed.confidence()),
                Parameter.Origin.HOUSE,
                Parameter.State.APPROVED,
                Actor.SYSTEM.personId(),
                Actor.SYSTEM.name(),
                Actor.SYSTEM.name());
        AuditedRuleDesk.makeRoom(store, parameter);
        store.insert(parameter, clock.instant());
    }

    private static List<Seed> read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return List.of(JSON.readValue(in, Seed[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(resource.getDescription(), e);
        }
    }
}
