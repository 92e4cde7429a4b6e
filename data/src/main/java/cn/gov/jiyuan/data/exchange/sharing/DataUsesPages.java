package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who used my data (谁用过我的数据): for the person concerned and nobody else, whoever acts for him. */
@Controller
class DataUsesPages {
    private static final int PAGE = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Parties parties;
    private final PersonalCipher cipher;
    private final CallStore calls;
    private final PersonalReadStore reads;
    private final Clock clock;

    DataUsesPages(Parties parties, PersonalCipher cipher, CallStore calls, PersonalReadStore reads, Clock clock) {
        this.parties = parties;
        this.cipher = cipher;
        this.calls = calls;
        this.reads = reads;
        this.clock = clock;
    }

    /** One use, as told to the person. */
    record Use(String when, String who, String what, String why, String serial) {}

    @GetMapping("/my/data-uses")
    @Permitted(Permitted.SIGNED_IN)
    String uses(@RequestParam(required = false) @Nullable Instant before, Actor actor, Model model) {
        boolean self = actor.actingAs() != ActingAs.OTHER && actor.actingAs() != ActingAs.ENTERPRISE;
        List<Dated> found = !self
                ? List.of()
                : parties.person(actor.personId())
                        .map(person -> uses(cipher.blind("id-number", person.idNumber()), before))
                        .orElse(List.of());
        List<Dated> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("self", self);
        model.addAttribute("uses", shown.stream().map(Dated::use).toList());
        model.addAttribute("before", before);
        model.addAttribute("older", found.size() > PAGE ? shown.getLast().at() : null);
        return "exchange/data-uses";
    }

    /** A use with its moment, by which the two kinds are put in order. */
    private record Dated(Instant at, Use use) {}

    /** Calls of other departments and readings within the platform, the newest first; one more than a page. */
    private List<Dated> uses(byte[] blind, @Nullable Instant before) {
        return Stream.concat(
                        calls.ofPerson(blind, before, PAGE + 1).stream().map(call -> new Dated(call.at(), told(call))),
                        reads.of(blind, before, PAGE + 1).stream().map(read -> new Dated(read.at(), told(read))))
                .sorted(Comparator.comparing(Dated::at).reversed())
                .limit(PAGE + 1)
                .toList();
    }

    private Use told(PersonalReadStore.Read read) {
        return new Use(
                when(read.at()),
                read.unitName(),
                "在平台上查看了您的" + read.what(),
                read.purpose(),
                read.id().toString());
    }

    private String when(Instant moment) {
        ZonedDateTime at = moment.atZone(clock.getZone());
        return DateText.full(at.toLocalDate()) + " " + at.format(TIME);
    }

    private Use told(Call call) {
        String what = switch (call.api()) {
            case ShareApi.VERIFY -> "核验了您的信息是否与“" + call.resourceName() + "”一致，只得到一致或者不一致";
            case Supply.API -> "从“" + call.resourceName() + "”批量取得了数据，其中有您的信息";
            case "delivery" -> "批量取得了“" + call.resourceName() + "”，其中有您的信息";
            default -> "查询了“" + call.resourceName() + "”中您的信息";
        };
        String why = call.caseNumber().isEmpty()
                ? call.purpose()
                : "办理 " + call.caseNumber() + (call.purpose().isEmpty() ? "" : "，" + call.purpose());
        return new Use(when(call.at()), call.unitName(), what, why, call.id().toString());
    }
}
