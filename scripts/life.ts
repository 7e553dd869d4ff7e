// How a task lives and ends: whatever it started is ended before it, in reverse order, however it ends.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { EnvError } from "../src/env.ts";
import { messageOf, Plain } from "./plain.ts";

type Undo = () => unknown;
const undos: Undo[] = [];
let ending: Promise<void> | undefined;

/** Longest time the undoing may take before the process ends regardless. */
const LAST_CALL_MS = 40_000;

/** Registers what must be undone before this process ends. Last in, first out. */
export function beforeEnd(undo: Undo): void {
  undos.push(undo);
}

/** True once the end was asked for: failures of what is being stopped are no news then. */
export const isEnding = () => ending !== undefined;

/**
 * Runs a task to its end and then ends the process. A number it answers with is the exit code; a `Plain` failure is
 * shown as its one sentence. A signal, or the end of the process that started this one, ends it gracefully, with the
 * code `whenStopped`: 0 for what is meant to be stopped, another for what was not finished.
 */
export function live(task: () => Promise<number | undefined>, whenStopped: number): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(whenStopped));
  if (process.channel) process.once("disconnect", () => void end(1));
  // Nobody reads any more (`npm start | head`): there is nobody to work for.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void end(1));
  const fail = (error: unknown) => {
    if (isEnding()) return;
    const isPlain =
      error instanceof Plain || error instanceof EnvError || (error instanceof Error && "plain" in error);
    process.stderr.write(`${isPlain || !(error instanceof Error) ? messageOf(error) : error.stack}\n`);
    void end(1);
  };
  process.once("uncaughtException", fail);
  task().then((code) => end(code ?? 0), fail);
}

/** Undoes everything and ends the process. Asked twice, it ends once. */
export function end(code: number): Promise<void> {
  ending ??= (async () => {
    setTimeout(() => process.exit(code || 1), LAST_CALL_MS).unref();
    for (let undo = undos.pop(); undo; undo = undos.pop()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`${messageOf(error)}\n`);
      }
    }
    process.exit(code);
  })();
  return ending;
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only us and we decide the
 * order; the whole group is ended with us.
 */
export function start(command: string, args: string[], options: SpawnOptions = {}): ChildProcess {
  if (isEnding()) throw new Plain("Stopping: nothing new is started.");
  const child = spawn(command, args, { ...options, detached: true });
  beforeEnd(() => stop(child));
  return child;
}

/** Asks a program to end, waits `patienceMs`, then ends it and everything it started. */
export async function stop(child: ChildProcess, patienceMs = 20_000): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    await ended;
    clearTimeout(timer);
  }
  try {
    process.kill(-pid, "SIGKILL"); // stragglers of its group
  } catch {
    // None left.
  }
}
