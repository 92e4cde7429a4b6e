"use strict";
/* Enhancements only: every page works without this file. */
document.documentElement.classList.add("scripted");
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) { delete form.dataset.sent; }
});
const summary = document.querySelector(".error-summary");
if (summary) { summary.focus(); }
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
const secret = document.querySelector("input[data-strength]");
if (secret) {
  const meter = document.getElementById("password-strength");
  secret.addEventListener("input", () => {
    const text = secret.value, least = Number(secret.dataset.strength);
    const kinds = [/\p{L}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(text)).length;
    const missing = [];
    if (text.length < least) { missing.push("再加 " + (least - text.length) + " 个字符"); }
    if (kinds < 2) { missing.push("再用一种字符"); }
    meter.textContent = !text ? "" : missing.length ? "强度：弱，" + missing.join("，") + "。" : text.length >= least + 6 || kinds === 3 ? "强度：强。" : "强度：中，可以使用。";
  });
}
for (const input of document.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () => {
    const large = [...input.files].filter((file) => file.size > 50 * 1024 * 1024).map((file) => "“" + file.name + "”");
    input.setCustomValidity(large.length ? large.join("、") + "超过 50 MB，请压缩或拆分后重新选择。" : "");
    if (large.length) { input.reportValidity(); input.value = ""; input.setCustomValidity(""); }
  });
}
const box = document.querySelector("input[data-suggest]");
if (box) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.id = "suggestions";
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-controls", "suggestions");
  box.setAttribute("aria-expanded", "false");
  box.setAttribute("aria-autocomplete", "list");
  box.closest("form").append(list);
  let timer = 0, chosen = -1;
  const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); chosen = -1; };
  const mark = (index) => {
    const options = list.children;
    chosen = (index + options.length) % options.length;
    for (let i = 0; i < options.length; i++) { options[i].setAttribute("aria-selected", String(i === chosen)); }
    box.setAttribute("aria-activedescendant", options[chosen].id);
  };
  const show = (hits) => {
    list.replaceChildren(...hits.slice(0, 8).map((hit, index) => {
      const item = document.createElement("li");
      item.id = "suggestion-" + index;
      item.setAttribute("role", "option");
      const link = document.createElement("a");
      link.href = hit.link;
      link.tabIndex = -1;
      link.textContent = hit.title;
      const kind = document.createElement("small");
      kind.textContent = hit.note || "";
      item.append(link, kind);
      return item;
    }));
    list.hidden = hits.length === 0;
    box.setAttribute("aria-expanded", String(hits.length > 0));
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    const text = box.value.trim();
    if (text.length < 1) { close(); return; }
    timer = setTimeout(async () => {
      try {
        const answer = await fetch("/api/search/suggest?q=" + encodeURIComponent(text));
        if (answer.ok && box.value.trim() === text) {
          const groups = await answer.json();
          show(groups.flatMap((group) => group.suggestions.map((hit) => ({ link: hit.link, title: hit.title.map((part) => part.text).join(""), note: group.label }))));
        }
      } catch { close(); }
    }, 120);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) { return; }
    if (event.key === "ArrowDown") { event.preventDefault(); mark(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(chosen - 1); }
    else if (event.key === "Escape") { close(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); list.children[chosen].querySelector("a").click(); }
  });
  box.addEventListener("blur", () => setTimeout(close, 200));
}
