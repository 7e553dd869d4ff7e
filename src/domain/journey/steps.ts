/**
 * The seven steps, once, as data. The guard, the map, the queries, the routes and the letters read this list;
 * nothing else may enumerate the steps. They are not a wizard: several are active side by side.
 * Source: the method in seven steps by its author (North Shore Running & Outdoor Fitness).
 */
export const STEPS = [
  { id: "assessment", number: 1, runs: false, protocolKinds: [] },
  { id: "restoration", number: 2, runs: false, protocolKinds: ["restoration"] },
  { id: "walking", number: 3, runs: false, protocolKinds: ["walking"] },
  { id: "strength", number: 4, runs: false, protocolKinds: ["strength"] },
  // Looking at running is running: technique needs the same standing clearance.
  { id: "technique", number: 5, runs: true, protocolKinds: ["technique"] },
  { id: "running", number: 6, runs: true, protocolKinds: ["walk_run"] },
  { id: "revisit", number: 7, runs: false, protocolKinds: [] },
] as const;

export type StepId = (typeof STEPS)[number]["id"];
export const STEP_IDS = STEPS.map((step) => step.id) as [StepId, ...StepId[]];

export type StepStatus = "locked" | "open" | "held" | "active" | "done";

export const PROTOCOL_KINDS = ["restoration", "walking", "strength", "walk_run", "technique"] as const;
export type ProtocolKind = (typeof PROTOCOL_KINDS)[number];
