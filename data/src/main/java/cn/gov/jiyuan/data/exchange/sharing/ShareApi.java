package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What programs of other units may call (共享接口). Each call is checked in one order: signature, time, grant, address,
 * resource, case, quota; then answered with the least that was granted. Whatever comes of it is in the log before the
 * caller has an answer.
 */
@Component
final class ShareApi {
    static final String QUERY = "query";
    static final String VERIFY = "verify";
    static final String CHANGES = "changes";

    private final Credential credentials;
    private final Lately<Entry> directory;
    private final PointQuery rows;
    private final Changes changes;
    private final Quotas quotas;
    private final Journal journal;
    private final GrantKeeper grants;
    private final Rules rules;
    private final Clock clock;

    ShareApi(
            Credential credentials,
            DirectoryStore directory,
            PointQuery rows,
            Changes changes,
            Quotas quotas,
            Journal journal,
            GrantKeeper grants,
            Rules rules,
            Clock clock) {
        this.credentials = credentials;
        this.directory = new Lately<>(directory::find);
        this.rows = rows;
        this.changes = changes;
        this.quotas = quotas;
        this.journal = journal;
        this.grants = grants;
        this.rules = rules;
        this.clock = clock;
    }

    /** What goes back. */
    record Answer(Map<String, @Nullable Object> body, int rows, List<byte[]> persons) {}

    /** A call that was refused, with its number in the log. */
    static final class Refusal extends Fault {
        private final UUID serial;

        Refusal(Fault cause, UUID serial) {
            super(cause.code(), cause.arguments().toArray());
            this.serial = serial;
        }

        UUID serial() {
            return serial;
        }
    }

    /** One call while it is answered. */
    private static final class Running {
        private final UUID id = Ids.next();
        private final long begun = System.nanoTime();
        private final Instant at;
        private final SignedCall call;
        private final String api;
        private final String resource;
        private @Nullable Grant grant;
        private @Nullable Asked asked;
        private boolean signed;

        Running(Instant at, SignedCall call, String api, String resource) {
            this.at = at;
            this.call = call;
            this.api = api;
            this.resource = resource;
        }
    }

    /** @param asked reads what is asked; only after the signature was found good */
    Map<String, @Nullable Object> serve(SignedCall call, String api, String resource, Supplier<Asked> asked) {
        Running running = new Running(clock.instant(), call, api, resource);
        Answer answer;
        try {
            answer = answer(running, asked);
        } catch (Fault refused) {
            keep(running, 0, status(refused.code()), word(refused.code()), List.of());
            throw new Refusal(refused, running.id);
        } catch (RuntimeException defect) {
            keep(running, 0, 500, "DEFECT", List.of());
            throw defect;
        }
        if (!keep(running, answer.rows(), 200, Call.OK, answer.persons())) {
            running.signed = false;
            Fault replayed = new Fault(SharingError.REPLAYED);
            keep(running, 0, status(replayed.code()), word(replayed.code()), List.of());
            throw new Refusal(replayed, running.id);
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>(answer.body());
        body.put("serial", running.id.toString());
        return body;
    }

    private Answer answer(Running running, Supplier<Asked> read) {
        Grant grant = authorised(running);
        Asked asked = read.get();
        running.asked = asked;
        Entry entry = directory
                .of(running.resource)
                .filter(Entry::listed)
                .orElseThrow(() -> new Fault(SharingError.NOT_LISTED, running.resource));
        String dataset = entry.dataset();
        if (dataset == null) {
            throw new Fault(SharingError.NOT_SERVED);
        }
        demandCase(running.api, asked);
        quotas.take(grant);
        return switch (running.api) {
            case VERIFY -> verified(grant, dataset, asked);
            case CHANGES -> changes.since(grant, dataset, asked);
            default -> found(grant, dataset, asked);
        };
    }

    private Grant authorised(Running running) {
        SignedCall call = running.call;
        call.demandComplete();
        Credential.Held held = credentials.of(call.appKey()).orElseThrow(() -> new Fault(SharingError.UNKNOWN_KEY));
        call.demandSigned(held.secret());
        Grant grant = held.grant();
        running.grant = grant;
        running.signed = true;
        long minutes = rules.integer("exchange.sharing.window", LocalDate.now(clock));
        call.demandFresh(running.at, Duration.ofMinutes(minutes));
        if (grant.expiredAt(running.at)) {
            grants.expire(grant);
            credentials.forget(call.appKey());
            throw new Fault(SharingError.EXPIRED, grant.resourceName());
        }
        if (grant.state() != Grant.State.ACTIVE) {
            throw new Fault(SharingError.SUSPENDED, grant.state().label());
        }
        if (!grant.ips().isEmpty() && !grant.ips().contains(call.address())) {
            throw new Fault(SharingError.FOREIGN_ADDRESS, call.address());
        }
        if (!grant.resourceCode().equals(running.resource)) {
            throw new Fault(SharingError.OTHER_RESOURCE, grant.resourceName());
        }
        return grant;
    }

    /** A verification serves a case; a query serves a case or a purpose. */
    private static void demandCase(String api, Asked asked) {
        if (api.equals(VERIFY) && asked.caseNumber().isEmpty()) {
            throw new Fault(SharingError.NO_CASE);
        }
        if (asked.caseNumber().isEmpty() && asked.purpose().isEmpty()) {
            throw new Fault(SharingError.NO_PURPOSE);
        }
    }

    private Answer verified(Grant grant, String dataset, Asked asked) {
        PointQuery.Match match = rows.verify(grant, dataset, asked.conditions());
        return new Answer(Map.of("matched", match.matched()), match.matched() ? 1 : 0, match.persons());
    }

    private Answer found(Grant grant, String dataset, Asked asked) {
        int most = (int) rules.integer("exchange.sharing.rows", LocalDate.now(clock));
        int limit = asked.limit() <= 0 ? most : Math.min(most, asked.limit());
        PointQuery.Found found = rows.query(grant, dataset, asked, limit);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("resource", grant.resourceCode());
        body.put("snapshot", found.snapshot());
        body.put("rows", found.rows());
        return new Answer(body, found.rows().size(), found.persons());
    }

    private boolean keep(Running running, int count, int status, String code, List<byte[]> persons) {
        Grant grant = running.grant;
        Asked asked = running.asked;
        boolean ok = code.equals(Call.OK);
        return journal.write(new Call(
                running.id,
                running.at,
                grant == null ? null : grant.id(),
                grant == null ? shortened(running.call.appKey()) : grant.appKey(),
                grant == null ? null : grant.unitId(),
                grant == null ? "" : grant.unitName(),
                running.api,
                shortened(running.resource),
                grant == null ? "" : grant.resourceName(),
                asked == null ? "" : asked.caseNumber(),
                asked == null ? "" : asked.purpose(),
                asked == null ? "" : asked.operator(),
                digest(running.call),
                count,
                (System.nanoTime() - running.begun) / 1_000,
                status,
                code,
                running.signed ? running.call.nonce() : null,
                persons,
                ok && grant != null && grant.firstSuccessAt() == null,
                grant != null && grant.demo()));
    }

    private static String digest(SignedCall call) {
        byte[] path = call.pathAndQuery().getBytes(StandardCharsets.UTF_8);
        return java.util.HexFormat.of()
                .formatHex(new Sm3().update(path).update(call.body()).finish());
    }

    private static String shortened(String text) {
        return text.length() > 64 ? text.substring(0, 64) : text;
    }

    static int status(ErrorCode code) {
        return code instanceof SharingError own
                ? own.status()
                : switch (code.kind()) {
                    case INPUT -> 422;
                    case PERMISSION -> 403;
                    case MISSING -> 404;
                    case CONFLICT -> 409;
                    case BUSY -> 503;
                    case EXTERNAL -> 502;
                    case INTERNAL -> 500;
                };
    }

    static String word(ErrorCode code) {
        return code instanceof SharingError own ? own.word() : code.code();
    }
}
