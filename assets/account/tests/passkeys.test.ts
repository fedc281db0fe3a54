import { WebAuthnError } from "@simplewebauthn/browser";
import { expect, test } from "vitest";

import { asPasskey, problem } from "../passkeys.ts";

test("a key is asked for that works without a password", () => {
  expect(asPasskey({ challenge: "abc", authenticatorSelection: { residentKey: "discouraged" } })).toEqual({
    challenge: "abc",
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
  });
});

const failure = (code: ConstructorParameters<typeof WebAuthnError>[0]["code"]): WebAuthnError =>
  new WebAuthnError({ message: "no", code, cause: new Error("no") });

test("the message fits what went wrong", () => {
  expect(problem(failure("ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED"))).toBe("known");
  expect(problem(failure("ERROR_INVALID_DOMAIN"))).toBe("impossible");
  expect(problem(failure("ERROR_CEREMONY_ABORTED"))).toBe("stopped");
  expect(problem(new TypeError("network"))).toBe("stopped");
});
