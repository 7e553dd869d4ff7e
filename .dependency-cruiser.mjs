// Who may import whom: docs/architecture.md as rules. Each message says what to do instead. An exception belongs into
// the rule it makes one of, with its reason, and the list only shrinks.

/** Tests, and the builders and generators of random data that only they use. */
const TEST = "\\.(test|arbitrary)\\.tsx?$|^src/test/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Two files that need each other are one thing or hide a third: move what both need into a file below them.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "ground-floor-stands-alone",
      comment:
        "The rules (src/domain) know only each other and zod. Take what you need as an argument; if it is a rule, move it into src/domain.",
      severity: "error",
      from: { path: "^src/domain/", pathNot: TEST },
      to: { pathNot: "^src/domain/|^node_modules/zod/" },
    },
    {
      name: "domain-rooms-meet-in-the-journey",
      comment:
        "Rooms of the domain do not know each other: what two of them need belongs into domain/shared, what joins them into domain/journey.",
      severity: "error",
      from: { path: "^src/domain/([^/]+)/", pathNot: `${TEST}|^src/domain/journey/` },
      to: { path: "^src/domain/", pathNot: "^src/domain/($1|shared|journey)/" },
    },
    {
      name: "shared-is-the-lowest-room",
      comment: "domain/shared is what every room stands on: it imports no room.",
      severity: "error",
      from: { path: "^src/domain/shared/", pathNot: TEST },
      to: { path: "^src/domain/", pathNot: "^src/domain/shared/" },
    },
    {
      name: "server-stands-on-domain",
      comment:
        "src/server knows no screen. Hand data up; words and looks are made in src/features and src/ui.",
      severity: "error",
      from: { path: "^src/server/", pathNot: TEST },
      to: { path: "^src/(app|features|ui|trpc)/" },
    },
    {
      name: "server-rooms-keep-to-themselves",
      comment:
        "A room of the server uses its own queries and commands, the journey, the catalogue of protocols, db, trpc and access. Ask for facts through journey, or move the shared query there.",
      severity: "error",
      // trpc/router.ts is the list of all rooms; trpc/request-context.ts asks account who is signed in.
      from: {
        path: "^src/server/([^/]+)/",
        pathNot: `${TEST}|^src/server/trpc/(router|request-context)\\.ts$`,
      },
      to: { path: "^src/server/[^/]+/", pathNot: "^src/server/($1|journey|protocols|db|access|trpc)/" },
    },
    {
      name: "features-reach-data-through-trpc",
      comment:
        "A screen asks the server through src/trpc and knows the rules of src/domain; it never imports src/server.",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: "^src/(server|app)/" },
    },
    {
      name: "feature-rooms-keep-to-themselves",
      comment:
        "Rooms of src/features do not import each other: compose them in the page, or move what both show into src/ui (no domain words) or a third room.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "pages-reach-data-through-the-caller",
      comment:
        "A page fetches through src/trpc/server.tsx, where the ladder of permissions stands, and composes features. Only route handlers (route.ts) speak to src/server.",
      severity: "error",
      from: { path: "^src/app/", pathNot: "/route\\.tsx?$|\\.test\\.tsx?$" },
      to: { path: "^src/(server|generated)/" },
    },
    {
      name: "ui-and-lib-know-no-domain",
      comment:
        "src/ui and src/lib would serve any product. What knows a mum or a clearance belongs into src/features or src/domain.",
      severity: "error",
      from: { path: "^src/(ui|lib)/", pathNot: TEST },
      to: { path: "^src/", pathNot: "^src/(ui|lib)/" },
    },
    {
      name: "lib-knows-no-ui",
      comment: "src/lib lies below src/ui: it draws nothing.",
      severity: "error",
      from: { path: "^src/lib/", pathNot: TEST },
      to: { path: "^src/ui/" },
    },
    {
      name: "prisma-in-few-hands",
      comment:
        "Only src/server/db and the queries and commands of a room speak to Prisma. A router or a rule asks them.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: `${TEST}|^src/generated/|^src/server/db/|^src/server/.*(queries|commands)[^/]*\\.ts$`,
      },
      to: { path: "^src/generated/|^node_modules/@prisma/" },
    },
    {
      name: "sql-in-fewer-hands",
      comment: "Connections are opened in src/server/db, where the actor is set. Ask withActor for one.",
      severity: "error",
      from: { path: "^src/", pathNot: `${TEST}|^src/server/db/` },
      to: { path: "^node_modules/pg/" },
    },
    {
      name: "plain-node-knows-no-alias",
      comment:
        "Node runs this file itself (scripts, seed, tests of the server) and does not know @/: import it relatively.",
      severity: "error",
      from: { path: "^(scripts|prisma|bench)/|^src/(domain|server|lib)/" },
      // This parser calls what it found through an alias "undetermined".
      to: { path: "^src/", dependencyTypes: ["aliased", "undetermined"] },
    },
    {
      name: "tests-are-leaves",
      comment: "Nobody imports a test or its helpers but another test.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: "shipped-code-has-shipped-packages",
      comment: "This package is not there in production: move it from devDependencies to dependencies.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "unresolvable",
      comment: "This import leads nowhere: the file was moved, or the package is not in package.json.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^server-only$" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|^src/generated" },
    exclude: { path: "^\\.next/|\\.css$" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
