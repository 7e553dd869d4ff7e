// Mutation test of the rules: `npm run test:mutation [-- --mutate 'src/domain/clearance/**/*.ts']`. Breaks the rules in
// thousands of small ways and counts how many of them a test notices. Tests and data are not broken, nor are the builders
// that tests and the demo practice tell their stories with.
const ROOM = "src/domain/{journey,clearance,symptoms}/**/*.ts";
const NOT_RULES = [
  "!src/domain/**/*.test.ts",
  "!src/domain/journey/{build,build-commands,build-protocols,build-told,moves}.ts",
  "!src/domain/journey/simulation/**",
  // Tables of words, numbers to call and shapes: read by people and by their own tests, not decided by.
  "!src/domain/journey/{facts,journey,reasons,verdict,commands,own-commands,decision}.ts",
  "!src/domain/{clearance,symptoms}/commands.ts",
  "!src/domain/clearance/registers.ts",
  "!src/domain/symptoms/{help-lines,red-flags}.ts",
];

export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner"],
  mutate: [ROOM, ...NOT_RULES],
  coverageAnalysis: "perTest",
  // What runs once while a file is read (a table of rules) belongs to every test: each such mutant would run all of them.
  ignoreStatic: true,
  ignorePatterns: [
    "/.*",
    "/docs",
    "/e2e",
    "/prisma",
    "/scripts",
    "/test-results",
    "/src/{app,features,ui,server,trpc,generated}",
  ],
  // TypeScript 7 has no longer the functions Stryker rewrites a tsconfig with; Vite needs no rewriting.
  tsconfigFile: "none",
  tempDirName: ".data/mutation/tmp",
  reporters: ["clear-text", "progress", "json", "html"],
  jsonReporter: { fileName: ".data/mutation/report.json" },
  htmlReporter: { fileName: ".data/mutation/report.html" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  timeoutMS: 10_000,
  allowEmpty: false,
};
