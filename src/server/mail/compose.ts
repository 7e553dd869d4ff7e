import { env } from "../../env.ts";
import { normaliseEmail } from "../../lib/email-address.ts";
import { words } from "../../words/server.ts";
import type { CodePurpose } from "../code-purposes.ts";
import { openText } from "../sealed-text.ts";
import { databases } from "../db/pools.ts";
import type { Letter } from "./letter.ts";
import { stopToken } from "./stop.ts";

/** One thing that waits to leave. */
export type Waiting = {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type Addressed = {
  readonly to: { readonly name: string; readonly address: string };
  readonly letter: Letter;
};

type Recipient = {
  email: string;
  name: string;
  practiceName: string;
  fromName: string | null;
  purpose: string | null;
  live: boolean;
};

const t = words("mail");
const at = (path: string) => `${env().APP_URL}${path}`;
const textOf = (payload: Waiting["payload"], key: string) =>
  typeof payload[key] === "string" ? payload[key] : "";
const firstName = (name: string) => name.split(/\s+/)[0] || name;

/** A code of a known list, or `other`: a newer shell may know notices that this worker has no words for. */
function knownOr<K extends string>(code: string, known: readonly K[]): K | "other" {
  return known.find((item) => item === code) ?? "other";
}

type Composer = (waiting: Waiting, to: Recipient) => Letter;

const PRACTICE_MAIL: Record<string, Composer> = {
  invitation: ({ payload }, { name, practiceName: practice, fromName, purpose }) => {
    const who = { inviter: fromName ?? "none", practice };
    return {
      subject: t("invitation.subject", who),
      greeting: t("greeting", { name: firstName(name) }),
      paragraphs:
        purpose === "coach"
          ? [t("invitation.coach", who), t("invitation.ends")]
          : [t("invitation.client", who), t("invitation.clientNext"), t("invitation.ends")],
      button: {
        label: t(purpose === "coach" ? "invitation.coachButton" : "invitation.clientButton"),
        href: at(`/join#${openText(textOf(payload, "sealed"))}`),
      },
      footer: t("whyPractice", { practice }),
    };
  },
  physio_request: ({ payload }, { name, practiceName: practice, fromName, purpose }) => {
    // A mum who asks herself is not named in a mail, and nobody is named in her place.
    const who = { inviter: purpose === "client" ? "herself" : (fromName ?? "none"), practice };
    const again = payload["reminder"] === true;
    return {
      subject: t(again ? "physio_request.subjectReminder" : "physio_request.subject", who),
      greeting: t("greeting", { name }),
      paragraphs: [
        t(again ? "physio_request.leadReminder" : "physio_request.lead", who),
        t("physio_request.how"),
      ],
      button: {
        label: t("physio_request.button"),
        href: at(`/physio/open#${openText(textOf(payload, "sealed"))}`),
      },
      footer: t("whyPractice", { practice }),
    };
  },
  physio_notice: (_, { name, practiceName: practice, fromName, purpose }) => ({
    subject: t("physio_notice.subject", { inviter: fromName ?? "none" }),
    greeting: t("greeting", { name }),
    paragraphs: [t("physio_notice.review_near", { inviter: fromName ?? "none", practice })],
    ...(purpose === "account" && { button: { label: t("physio_notice.button"), href: at("/physio") } }),
    footer: t("whyPractice", { practice }),
  }),
  physio_month: ({ payload }, { name, practiceName: practice }) => {
    const token = stopToken(textOf(payload, "physioId"));
    return {
      subject: t("physio_month.subject"),
      greeting: t("greeting", { name }),
      paragraphs: [t("physio_month.lead", { practice }), t("physio_month.how")],
      button: {
        label: t("physio_month.button"),
        href: at(`/physio/open#${openText(textOf(payload, "sealed"))}`),
      },
      footer: t("whyPractice", { practice }),
      stop: { label: t("physio_month.stop"), page: at(`/stop#${token}`), post: at(`/api/stop?t=${token}`) },
    };
  },
  notice: ({ payload }, { name, practiceName: practice }) => {
    const notice = knownOr(textOf(payload, "notice"), [
      "clearance_signed",
      "document_arrived",
      "clearance_withdrawn",
      "signature_refused",
      "seal_broken",
      "message",
      "review_near",
    ]);
    return {
      subject: t("notice.subject"),
      greeting: t("greeting", { name: firstName(name) }),
      paragraphs: [t(`notice.${notice}`)],
      button: { label: t("notice.button"), href: at("/me") },
      footer: t("whyPractice", { practice }),
    };
  },
  coach_notice: ({ payload }, { name, practiceName: practice }) => {
    const notice = knownOr(textOf(payload, "notice"), [
      "red_flag",
      "clearance_signed",
      "document_arrived",
      "message",
      "review_near",
    ]);
    return {
      subject: t("coach_notice.subject"),
      greeting: t("greeting", { name: firstName(name) }),
      paragraphs: [t(`coach_notice.${notice}`)],
      button: { label: t("coach_notice.button"), href: at("/coach/today") },
      footer: t("whyPractice", { practice }),
    };
  },
};

function codeLetter(purpose: CodePurpose, code: string): Letter {
  const base = {
    subject: t(`${purpose}.subject`),
    greeting: t("greetingPlain"),
    paragraphs: [t(`${purpose}.lead`)],
    code,
    footer: t("why"),
  };
  if (purpose !== "sign_in") return base;
  // The code stands in the fragment: browsers do not send it, and opening the page uses nothing up.
  const button = { label: t("sign_in.button"), href: at(`/sign-in#code=${code}`) };
  return { ...base, afterCode: t("sign_in.after"), button };
}

const noAccountLetter = (): Letter => ({
  subject: t("noAccount.subject"),
  greeting: t("greetingPlain"),
  paragraphs: [t("noAccount.lead"), t("noAccount.invited"), t("noAccount.coaching")],
  button: { label: t("noAccount.button"), href: at("/sign-up") },
  footer: t("why"),
});

/** A code to the address it was asked for; for one nobody has, the mail says so instead of the page. */
async function signInCode({ payload }: Waiting): Promise<Addressed | null> {
  const [row] = await databases().auth.$queryRaw<{ email: string; purpose: CodePurpose; known: boolean }[]>`
    SELECT c.email, c.purpose, EXISTS (SELECT 1 FROM "user" u WHERE u.email = c.email AND u.suspended_at IS NULL) AS known
      FROM sign_in_code c WHERE c.id = ${textOf(payload, "codeId")}::uuid AND c.used_at IS NULL AND c.expires_at > clock_timestamp()`;
  if (!row) return null;
  const letter =
    row.purpose === "sign_in" && !row.known
      ? noAccountLetter()
      : codeLetter(row.purpose, openText(textOf(payload, "sealed")));
  return addressed(row.email, "", letter);
}

async function accountNotice({ payload }: Waiting): Promise<Addressed | null> {
  const [row] = await databases().auth.$queryRaw<{ email: string; name: string }[]>`
    SELECT email, name FROM "user" WHERE id = ${textOf(payload, "userId")}::uuid`;
  if (!row) return null;
  const notice = knownOr(textOf(payload, "notice"), [
    "factor_added",
    "factor_removed",
    "password_changed",
    "recovery_used",
  ]);
  return addressed(row.email, row.name, {
    subject: t("account_notice.subject"),
    greeting: t("greeting", { name: firstName(row.name) }),
    paragraphs: [...(notice === "other" ? [] : [t(`account_notice.${notice}`)]), t("account_notice.notYou")],
    button: { label: t("account_notice.button"), href: at("/account") },
    footer: t("why"),
  });
}

/** Only for the owner: her coach may be whom it is about. */
async function ownerNotice({ id, payload }: Waiting): Promise<Addressed | null> {
  const [row] = await databases().auth.$queryRaw<{ email: string; name: string; practiceName: string }[]>`
    SELECT email, name, practice_name AS "practiceName" FROM app.owner_recipient(${id}::uuid)`;
  if (!row) return null;
  const notice = knownOr(textOf(payload, "notice"), ["signature_refused", "seal_broken"]);
  return addressed(row.email, row.name, {
    subject: t("owner_notice.subject"),
    greeting: t("greeting", { name: firstName(row.name) }),
    paragraphs: [t(`owner_notice.${notice}`)],
    button: { label: t("owner_notice.button"), href: at("/coach/practice") },
    footer: t("whyPractice", { practice: row.practiceName }),
  });
}

/** Whatever is stored is read once more as an address before anything is sent to it. */
function addressed(email: string, name: string, letter: Letter): Addressed | null {
  const address = normaliseEmail(email);
  return address ? { to: { name, address }, letter } : null;
}

/**
 * The mail for something that waits, with the address as it is stored now; null when it is meant for nobody any more (a
 * used invitation, a dead code, an archived client). Throws for a kind nobody knows.
 */
export async function compose(waiting: Waiting): Promise<Addressed | null> {
  if (waiting.kind === "sign_in_code") return signInCode(waiting);
  if (waiting.kind === "account_notice") return accountNotice(waiting);
  if (waiting.kind === "owner_notice") return ownerNotice(waiting);
  const composer = PRACTICE_MAIL[waiting.kind];
  if (!composer) throw new Error(`no mail of kind ${waiting.kind}`);
  const [to] = await databases().auth.$queryRaw<Recipient[]>`
    SELECT email, name, practice_name AS "practiceName", from_name AS "fromName", purpose, live FROM app.recipient(${waiting.id}::uuid)`;
  return to?.live ? addressed(to.email, to.name, composer(waiting, to)) : null;
}
