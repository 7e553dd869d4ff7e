/**
 * Who may ask what: one row a procedure, as data. The router's ladder asks it on the server, the UI asks it for its
 * buttons, the matrix test walks it. A procedure without a row does not compile. Postgres denies a second time.
 *
 * Relations: `anyone` no sign-in · `person` signed in, no practice needed · `practice` staff, any client of their practice
 * (coaches cover for each other) · `self` the mum, her own record, or anybody what is only her own · `linked` a physio, a client with a live link.
 */
export type Role = "person" | "client" | "coach" | "owner" | "physio";
export type Relation = "anyone" | "person" | "practice" | "self" | "linked";

export type Rule = {
  readonly roles: readonly Role[];
  readonly relation: Relation;
  /** Reads of clinical detail leave an event in the audit trail, each time. */
  readonly clinical?: true;
  /** Needs a second factor within the last five minutes (outside demo practices). */
  readonly stepUp?: true;
};

const STAFF = ["coach", "owner"] as const;
const OWNER = ["owner"] as const;
const MUM = ["client"] as const;
const PHYSIO = ["physio"] as const;
const EVERYBODY = ["person", "client", "coach", "owner", "physio"] as const;

export const PERMISSIONS = {
  // account
  "account.me": { roles: EVERYBODY, relation: "person" },
  "account.way": { roles: ["person"], relation: "person" },
  "account.sessions": { roles: ["person"], relation: "person" },
  "account.factors": { roles: ["person"], relation: "person" },
  "account.revokeSession": { roles: ["person"], relation: "person" },
  // practice
  "practice.found": { roles: ["person"], relation: "person" },
  "practice.overview": { roles: STAFF, relation: "practice" },
  "practice.physios": { roles: STAFF, relation: "practice" },
  "practice.addPhysio": { roles: STAFF, relation: "practice" },
  "practice.checkCredential": { roles: OWNER, relation: "practice", stepUp: true },
  "practice.inviteCoach": { roles: OWNER, relation: "practice" },
  "practice.rules": { roles: STAFF, relation: "practice" },
  "practice.previewRules": { roles: STAFF, relation: "practice" },
  "practice.saveRules": { roles: OWNER, relation: "practice" },
  // clients
  "clients.list": { roles: STAFF, relation: "practice" },
  "clients.byId": { roles: STAFF, relation: "practice", clinical: true },
  "clients.invite": { roles: STAFF, relation: "practice" },
  "clients.inviteAgain": { roles: STAFF, relation: "practice" },
  "clients.update": { roles: STAFF, relation: "practice" },
  "clients.endBabyPrompts": { roles: STAFF, relation: "practice" },
  "clients.me": { roles: MUM, relation: "self" },
  "clients.intakeDraft": { roles: MUM, relation: "self" },
  "clients.saveIntakeDraft": { roles: MUM, relation: "self" },
  "clients.completeIntake": { roles: MUM, relation: "self" },
  "clients.consents": { roles: MUM, relation: "self" },
  "clients.giveConsents": { roles: MUM, relation: "self" },
  "clients.recordLifeEvent": { roles: MUM, relation: "self" },
  "clients.setGoal": { roles: MUM, relation: "self" },
  "clients.whoLooked": { roles: MUM, relation: "self" },
  // journey
  "journey.mine": { roles: MUM, relation: "self" },
  "journey.timeline": { roles: STAFF, relation: "practice", clinical: true },
  "journey.explain": { roles: STAFF, relation: "practice", clinical: true },
  "journey.liftMine": { roles: MUM, relation: "self" },
  "journey.openStep": { roles: STAFF, relation: "practice" },
  "journey.closeStep": { roles: STAFF, relation: "practice" },
  "journey.placeHold": { roles: STAFF, relation: "practice" },
  "journey.liftHold": { roles: STAFF, relation: "practice" },
  "journey.acceptRevisit": { roles: STAFF, relation: "practice" },
  // clearance
  "clearance.requests": { roles: STAFF, relation: "practice" },
  "clearance.request": { roles: STAFF, relation: "practice" },
  "clearance.beforeRequest": { roles: STAFF, relation: "practice", clinical: true },
  "clearance.cancelRequest": { roles: STAFF, relation: "practice" },
  "clearance.sendAgain": { roles: STAFF, relation: "practice" },
  "clearance.askedOfMe": { roles: PHYSIO, relation: "linked" },
  "clearance.forPhysio": { roles: PHYSIO, relation: "linked", clinical: true },
  "clearance.export": { roles: ["physio", "client"], relation: "linked", clinical: true },
  "clearance.opened": { roles: PHYSIO, relation: "linked" },
  "clearance.decline": { roles: PHYSIO, relation: "linked" },
  "clearance.toSign": { roles: PHYSIO, relation: "linked" },
  "clearance.sign": { roles: PHYSIO, relation: "linked", stepUp: true },
  "clearance.withdraw": { roles: PHYSIO, relation: "linked", stepUp: true },
  "clearance.liftHold": { roles: PHYSIO, relation: "linked", stepUp: true },
  "clearance.mine": { roles: MUM, relation: "self" },
  "clearance.beforeAsking": { roles: MUM, relation: "self" },
  "clearance.ask": { roles: MUM, relation: "self" },
  "clearance.cancelMine": { roles: MUM, relation: "self" },
  "clearance.sendMineAgain": { roles: MUM, relation: "self" },
  "clearance.confirm": { roles: MUM, relation: "self" },
  // readiness
  "readiness.ofClient": { roles: STAFF, relation: "practice", clinical: true },
  "readiness.record": { roles: STAFF, relation: "practice" },
  // symptoms
  "symptoms.check": { roles: MUM, relation: "self" },
  "symptoms.checkIn": { roles: MUM, relation: "self" },
  "symptoms.acknowledge": { roles: STAFF, relation: "practice" },
  "symptoms.setPainBands": { roles: STAFF, relation: "practice" },
  // protocols
  "protocols.list": { roles: STAFF, relation: "practice" },
  "protocols.byId": { roles: STAFF, relation: "practice" },
  "protocols.takeIn": { roles: STAFF, relation: "practice" },
  "protocols.review": { roles: OWNER, relation: "practice" },
  "protocols.drafts": { roles: STAFF, relation: "practice" },
  "protocols.draft": { roles: STAFF, relation: "practice" },
  "protocols.startDraft": { roles: STAFF, relation: "practice" },
  "protocols.saveDraft": { roles: STAFF, relation: "practice" },
  "protocols.throwDraft": { roles: STAFF, relation: "practice" },
  "protocols.publishDraft": { roles: STAFF, relation: "practice" },
  "protocols.measureOf": { roles: STAFF, relation: "practice", clinical: true },
  "protocols.movable": { roles: STAFF, relation: "practice", clinical: true },
  "protocols.moveMany": { roles: STAFF, relation: "practice" },
  "protocols.undoMoves": { roles: STAFF, relation: "practice" },
  // plans
  "plans.assign": { roles: STAFF, relation: "practice" },
  "plans.change": { roles: STAFF, relation: "practice" },
  "plans.previewAssign": { roles: STAFF, relation: "practice", clinical: true },
  "plans.assignMany": { roles: STAFF, relation: "practice" },
  "plans.undoAssign": { roles: STAFF, relation: "practice" },
  "plans.calendar": { roles: STAFF, relation: "practice", clinical: true },
  "plans.place": { roles: STAFF, relation: "practice" },
  "plans.showWeeks": { roles: STAFF, relation: "practice" },
  "plans.copyWeek": { roles: STAFF, relation: "practice" },
  "plans.logOf": { roles: STAFF, relation: "practice", clinical: true },
  "plans.ofClient": { roles: STAFF, relation: "practice", clinical: true },
  "plans.today": { roles: MUM, relation: "self" },
  "plans.week": { roles: MUM, relation: "self" },
  "plans.myLog": { roles: MUM, relation: "self" },
  "plans.session": { roles: MUM, relation: "self" },
  "plans.start": { roles: MUM, relation: "self" },
  "plans.log": { roles: MUM, relation: "self" },
  "plans.recordings": { roles: MUM, relation: "self" },
  "plans.recordedWay": { roles: MUM, relation: "self" },
  // technique
  "technique.review": { roles: STAFF, relation: "practice" },
  // attention
  "attention.today": { roles: STAFF, relation: "practice" },
  "attention.handle": { roles: STAFF, relation: "practice" },
  "attention.undo": { roles: STAFF, relation: "practice" },
  // documents
  "documents.ofClient": { roles: STAFF, relation: "practice", clinical: true },
  "documents.mine": { roles: MUM, relation: "self" },
  "documents.forRequest": { roles: PHYSIO, relation: "linked" },
  "documents.underway": { roles: PHYSIO, relation: "linked" },
  // messages
  "messages.thread": { roles: STAFF, relation: "practice", clinical: true },
  "messages.send": { roles: STAFF, relation: "practice" },
  "messages.read": { roles: STAFF, relation: "practice" },
  "messages.mine": { roles: MUM, relation: "self" },
  "messages.sendMine": { roles: MUM, relation: "self" },
  "messages.readMine": { roles: MUM, relation: "self" },
  // reports
  "reports.feed": { roles: ["client", "coach", "owner"], relation: "self" },
  "reports.openFeed": { roles: ["client", "coach", "owner"], relation: "self" },
  "reports.closeFeed": { roles: ["client", "coach", "owner"], relation: "self" },
  "reports.setFeedTime": { roles: MUM, relation: "self" },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

/** True when this role may call the procedure at all; the relation to a client is Postgres's to prove. */
export function mayCall(permission: Permission, role: Role): boolean {
  return (PERMISSIONS[permission].roles as readonly Role[]).includes(role);
}
