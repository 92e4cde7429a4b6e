package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entering, changing and leaving posts, for those who administer personnel (人事管理员). */
@RestController
@RequestMapping("/api/identity/posts")
class PostApi {
    private final Posting posting;

    PostApi(Posting posting) {
        this.posting = posting;
    }

    /**
     * @param account login name of the person
     * @param unit code of the unit
     * @param from first day in the post
     */
    record Entry(
            @Nullable String account,
            @Nullable String unit,
            @Nullable String title,
            @Nullable Set<String> roles,
            @Nullable LocalDate from) {
        Posting.Entry required() {
            if (unit == null || title == null || roles == null || from == null) {
                throw new Fault(IdentityError.POST_INPUT, "机构、职务、角色和生效日期");
            }
            return new Posting.Entry(unit, title, roles, from);
        }
    }

    /** @param from first day no longer in the post */
    record Leave(@Nullable LocalDate from, @Nullable String reason) {}

    record Entered(UUID id) {}

    record Left(int sessionsEnded) {}

    @PostMapping
    @Permitted(Posting.CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@RequestBody Entry entry, Actor actor) {
        String account = entry.account();
        if (account == null) {
            throw new Fault(IdentityError.POST_INPUT, "账号名");
        }
        return new Entered(posting.enter(actor, account, entry.required()));
    }

    @PostMapping("/{id}/transfer")
    @Permitted(Posting.CHANGE)
    Entered transfer(@PathVariable UUID id, @RequestBody Entry entry, Actor actor) {
        return new Entered(posting.transfer(actor, id, entry.required()));
    }

    @PostMapping("/{id}/leave")
    @Permitted(Posting.CHANGE)
    Left leave(@PathVariable UUID id, @RequestBody Leave leave, Actor actor) {
        LocalDate from = leave.from();
        String reason = leave.reason();
        if (from == null || reason == null) {
            throw new Fault(IdentityError.POST_INPUT, "生效日期和原因");
        }
        return new Left(posting.leave(actor, id, from, reason));
    }
}
