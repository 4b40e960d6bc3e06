import type { RuleId } from "./generated/vocabulary.js";

/** A breach of one rule at one place of a payload. */
export interface Problem {
  /** The kind of problem. It is the same as in the Python package, whose documentation explains each rule. */
  readonly rule: RuleId;
  /** With an error, the service refuses the payload or loses a part of it. With a warning, it accepts the payload. */
  readonly severity: "error" | "warning";
  /** The place as a JSON Pointer (RFC 6901); the empty string for the whole payload. */
  readonly pointer: string;
  /** The keys and indexes that lead to the place. */
  readonly path: readonly (string | number)[];
  /** What was expected, then what was found. */
  readonly message: string;
}

/** Convert a path to a JSON Pointer (RFC 6901). */
export function toPointer(path: readonly (string | number)[]): string {
  let pointer = "";
  for (const step of path) pointer += `/${typeof step === "number" ? step : escaped(step)}`;
  return pointer;
}

function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replace(/~/g, "~0").replace(/\//g, "~1") : key;
}
