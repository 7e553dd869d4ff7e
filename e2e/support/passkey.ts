// A passkey in the browser's own software authenticator: finger and face are always there, unless told otherwise.
import type { Page } from "@playwright/test";

/** Gives this page's browser an authenticator. `refuse` is a person who closes the dialogue, or whose finger is not known. */
export async function passkeyIn(page: Page) {
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    refuse: (isRefused: boolean) =>
      devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: !isRefused }),
  };
}
