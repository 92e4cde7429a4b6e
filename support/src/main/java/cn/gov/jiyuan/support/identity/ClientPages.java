package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering another system, for an administrator (应用接入). The list of all stands in the workbench. */
@Controller
class ClientPages {
    private static final String ONE = "/identity/clients/{id:[0-9a-f-]{36}}";

    private final Clients clients;
    private final Units units;
    private final Texts texts;

    /** The fields as they were filled in; addresses one a line. */
    record Form(
            @Nullable String name,
            @Nullable UUID unit,
            @Nullable String redirectUris,
            @Nullable String postLogoutUris,
            @Nullable String backchannelUri,
            @Nullable String ticketUri,
            @Nullable List<Scope> scopes) {
        static final Form EMPTY = new Form("", null, "", "", "", "", List.of(Scope.OPENID, Scope.PROFILE));

        static Form of(Client client) {
            Client.Particulars all = client.particulars();
            return new Form(
                    all.name(),
                    all.unitId(),
                    String.join("\n", all.redirectUris()),
                    String.join("\n", all.postLogoutUris()),
                    all.backchannelUri(),
                    all.ticketUri(),
                    all.scopes());
        }

        Client.Particulars particulars(Client.Kind kind) {
            List<Scope> chosen = Objects.requireNonNullElse(scopes, List.of());
            return new Client.Particulars(
                    text(name).strip(),
                    Objects.requireNonNullElse(unit, new UUID(0, 0)),
                    kind,
                    lines(redirectUris),
                    lines(postLogoutUris),
                    text(backchannelUri).strip(),
                    text(ticketUri).strip(),
                    Stream.concat(Stream.of(Scope.OPENID), chosen.stream())
                            .distinct()
                            .sorted()
                            .toList());
        }

        private static List<String> lines(@Nullable String text) {
            return text(text)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    ClientPages(Clients clients, Units units, Texts texts) {
        this.clients = clients;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/identity/clients/new")
    @Permitted("identity.client.write")
    String blank(Model model) {
        return form(Form.EMPTY, "", Client.Kind.CONFIDENTIAL, null, model);
    }

    @PostMapping("/identity/clients")
    @Permitted("identity.client.write")
    String register(
            @RequestParam(defaultValue = "") String clientId,
            @RequestParam(defaultValue = "CONFIDENTIAL") Client.Kind kind,
            Form form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            Clients.Registered registered = clients.register(actor, clientId.strip(), form.particulars(kind));
            return secret(registered.id(), registered.secret(), model, response);
        } catch (Fault fault) {
            problem(fault, model, response);
            return form(form, clientId, kind, null, model);
        }
    }

    @GetMapping(ONE)
    @Permitted("identity.client.read")
    String show(@PathVariable UUID id, Model model) {
        Client client = clients.get(id);
        return form(Form.of(client), client.clientId(), client.particulars().kind(), client, model);
    }

    @PostMapping(ONE)
    @Permitted("identity.client.write")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            Form form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Client client = clients.get(id);
        try {
            clients.change(
                    actor, id, version, form.particulars(client.particulars().kind()));
            return "redirect:/identity/clients/" + id + "?saved=1";
        } catch (Fault fault) {
            problem(fault, model, response);
            return form(form, client.clientId(), client.particulars().kind(), client, model);
        }
    }

    @PostMapping(ONE + "/secret")
    @Permitted("identity.client.write")
    String changeSecret(@PathVariable UUID id, Actor actor, Model model, HttpServletResponse response) {
        return secret(id, clients.changeSecret(actor, id), model, response);
    }

    @PostMapping(ONE + "/suspend")
    @Permitted("identity.client.write")
    String suspend(@PathVariable UUID id, Actor actor) {
        clients.suspend(actor, id);
        return "redirect:/identity/clients/" + id;
    }

    @PostMapping(ONE + "/resume")
    @Permitted("identity.client.write")
    String resume(@PathVariable UUID id, Actor actor) {
        clients.resume(actor, id);
        return "redirect:/identity/clients/" + id;
    }

    private String secret(UUID id, String secret, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("client", clients.get(id));
        model.addAttribute("secret", secret);
        return "identity/client-secret";
    }

    private String form(Form form, String clientId, Client.Kind kind, @Nullable Client client, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("clientId", clientId);
        model.addAttribute("kind", kind);
        model.addAttribute("client", client);
        model.addAttribute("kinds", Client.Kind.values());
        model.addAttribute("scopes", Scope.values());
        model.addAttribute("units", units.offices());
        return "identity/client";
    }

    private void problem(Fault fault, Model model, HttpServletResponse response) {
        Refusal.show(texts, fault, model, response);
        String pointer = fault.pointer();
        model.addAttribute("field", pointer == null ? "name" : pointer.substring(1));
    }
}
