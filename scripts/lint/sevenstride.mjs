// Rules of this house that no linter ships. Each message says what to do instead.

/** The ground floor answers at once: whoever waits belongs to the shell, which hands the rules what it got. */
const noAsync = {
  create(context) {
    const message =
      "Rules answer at once. Let src/server fetch what is needed and hand it to this function as an argument.";
    const report = (node) => context.report({ node, message });
    const look = (node) => node.async && report(node);
    return {
      FunctionDeclaration: look,
      FunctionExpression: look,
      ArrowFunctionExpression: look,
      AwaitExpression: report,
    };
  },
};

const HIDDEN = {
  Date: "The rules have no clock: take today (a Day) or an instant as an argument; day.ts calculates with days.",
  performance: "The rules have no clock: measure in bench/, outside of them.",
  crypto: "The rules make no ids and roll no dice: take the new id as an argument.",
  process: "The rules know no settings: take what they depend on as an argument.",
  console: "The rules say nothing aside: return it, and let the shell log.",
  fetch: "The rules reach nothing: let src/server fetch it and hand it over.",
  setTimeout: "The rules wait for nothing: let src/server schedule it.",
  setInterval: "The rules wait for nothing: let src/server schedule it.",
  window: "The rules run everywhere: what only a browser has belongs to src/features.",
  document: "The rules run everywhere: what only a browser has belongs to src/features.",
  globalThis: "The rules reach for nothing: take it as an argument.",
  localStorage: "The rules run everywhere: what only a browser has belongs to src/features.",
};

/** Same facts, same answer: nothing comes into the rules but their arguments. */
const noHiddenInput = {
  create(context) {
    return {
      Program(program) {
        const scope = context.sourceCode.getScope(program);
        const known = scope.variables.flatMap((variable) =>
          variable.defs.length ? [] : variable.references,
        );
        for (const { identifier } of [...scope.through, ...known]) {
          const message = Object.hasOwn(HIDDEN, identifier.name) && HIDDEN[identifier.name];
          if (message && !isType(identifier)) context.report({ node: identifier, message });
        }
      },
      MemberExpression(node) {
        if (node.object.name === "Math" && node.property.name === "random")
          context.report({ node, message: HIDDEN.crypto });
      },
    };
  },
};

const isType = (identifier) => identifier.parent?.type.startsWith("TS");

/** src/env.ts reads and judges the settings; who reads them elsewhere gets what nobody judged. */
const oneDoorToSettings = {
  create(context) {
    if (/[/\\]src[/\\]env\.ts$/.test(context.filename)) return {};
    return {
      MemberExpression(node) {
        if (node.object.name !== "process" || node.property.name !== "env") return;
        // Next replaces these while it builds, so they must stand there literally.
        if (["NEXT_RUNTIME", "NODE_ENV"].includes(node.parent?.property?.name)) return;
        const message = "Settings come in by one door: add it to src/env.ts and ask env() for it.";
        context.report({ node, message });
      },
    };
  },
};

export default {
  meta: { name: "sevenstride" },
  rules: {
    "no-async": noAsync,
    "no-hidden-input": noHiddenInput,
    "one-door-to-settings": oneDoorToSettings,
  },
};
