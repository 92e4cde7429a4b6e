"use strict";
/* Passkeys. Without this file one signs in by password, and the parts of the pages that need it stay hidden. */
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") : undefined;
const cookie = (name) => decodeURIComponent((document.cookie.split("; ").find((one) => one.startsWith(name + "=")) || "=").split("=")[1]);

async function call(path, body) {
  const answer = await fetch("/api/identity/passkeys" + path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-XSRF-TOKEN": cookie("XSRF-TOKEN") },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) { throw new Error(said.detail || "没有成功，请稍后重试。"); }
  return said;
}

const keys = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

function sent(credential) {
  const response = credential.response;
  return {
    id: credential.id, rawId: text(credential.rawId), type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject),
      transports: response.getTransports ? response.getTransports() : undefined,
      authenticatorData: text(response.authenticatorData), signature: text(response.signature), userHandle: text(response.userHandle),
    },
  };
}

async function create(form) {
  const options = await call("/creation", { password: form.elements.password.value });
  const credential = await navigator.credentials.create({ publicKey: {
    ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: keys(options.excludeCredentials), extensions: undefined } });
  const kept = sent(credential);
  delete kept.response.authenticatorData;
  return call("", { name: form.elements.name.value, credential: kept });
}

async function enter(form) {
  const options = await call("/request", {});
  const credential = await navigator.credentials.get({ publicKey: {
    ...options, challenge: bytes(options.challenge), allowCredentials: keys(options.allowCredentials), extensions: undefined } });
  return call("/sign-in", { next: form.elements.next.value, credential: sent(credential) });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) { continue; }
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const told = form.querySelector("output"), button = form.querySelector("button");
    told.textContent = "请按设备的提示操作……";
    button.disabled = true;
    try {
      window.location.assign((await (form.dataset.passkey === "create" ? create(form) : enter(form))).location);
    } catch (error) {
      told.textContent = error.name === "NotAllowedError" ? "没有完成：操作被取消，或者等待超时。请重试。" : error.name === "InvalidStateError" ? "这个设备已经登记过通行密钥。" : error.message;
      button.disabled = false;
    }
  });
}
