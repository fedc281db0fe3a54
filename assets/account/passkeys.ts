/**
 * Forms with `data-passkey="create"` or `"get"`: the browser makes or uses a passkey, and the form sends what it answers.
 * The options come from the JSON block that `data-passkey-options` names, or from the form's own address.
 */
import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from "@simplewebauthn/browser";

type Ceremony = { [kind in "create" | "get"]: (publicKey: never) => Promise<object> };

const CEREMONY: Ceremony = {
  create: (publicKey) => startRegistration({ optionsJSON: asPasskey(publicKey) }),
  get: (publicKey) => startAuthentication({ optionsJSON: publicKey }),
};

/** A key that works without a password: the device keeps it, and asks who is there. */
export function asPasskey<Options extends object>(options: Options): Options {
  return { ...options, authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" } };
}

/** Which of the page's messages fits. */
export function problem(error: unknown): "known" | "impossible" | "stopped" {
  const code = error instanceof WebAuthnError ? error.code : "";
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") return "known";
  return code === "ERROR_INVALID_DOMAIN" || code === "ERROR_INVALID_RP_ID" ? "impossible" : "stopped";
}

function connect(form: HTMLFormElement): void {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void perform(form);
  });
}

async function perform(form: HTMLFormElement): Promise<void> {
  for (const shown of messages()) shown.hidden = true;
  try {
    const options = (await optionsOf(form)) as { publicKey: never };
    const answer = await CEREMONY[form.dataset["passkey"] as keyof Ceremony](options.publicKey);
    form.querySelector<HTMLInputElement>("[name=credential]")!.value = JSON.stringify(answer);
    form.submit();
  } catch (error) {
    const kind = problem(error);
    for (const message of messages()) message.hidden = message.dataset["passkeyProblem"] !== kind;
  }
}

async function optionsOf(form: HTMLFormElement): Promise<object> {
  const block = form.dataset["passkeyOptions"];
  if (block) {
    const data = JSON.parse(document.getElementById(block)!.textContent) as Record<string, object>;
    return data["creation_options"] ?? data["request_options"]!;
  }
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${form.action}: ${answer.status}`);
  return ((await answer.json()) as { request_options: object }).request_options;
}

function messages(): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>("[data-passkey-problem]");
}

if (typeof document !== "undefined" && browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) connect(form);
  for (const note of document.querySelectorAll<HTMLElement>("[data-passkey-missing]")) note.hidden = true;
}
