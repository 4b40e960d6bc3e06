/** What is collected while a payload is read. */

import type { RuleId } from "../generated/vocabulary.js";
import { toPointer, type Problem } from "../problem.js";
import { MAX_PROBLEMS, MAX_READ } from "./plain.js";

/** A place in a payload, as a list that begins at the last step. The payload itself is `undefined`. */
export interface Place {
  readonly up: Place | undefined;
  readonly key: string | number;
}

/** The place of a member of what is at a place. */
export function at(up: Place | undefined, key: string | number): Place {
  return { up, key };
}

/** The signal that a payload has more values, or more problems, than are read. */
export class TooManyError extends Error {}

/** What all readings of a payload may use up together. */
export class Budget {
  private problems = MAX_PROBLEMS;

  spendProblem(): void {
    this.problems -= 1;
    if (this.problems < 0) throw new TooManyError();
  }
}

/** The problems of one reading of a payload, and what the reading depends on. */
export class Report {
  errors = 0;
  /** The problems, in the order in which they were found. */
  readonly problems: Problem[] = [];
  private left = MAX_READ;

  /**
   * @param tag The type of the activity by whose rules the payload is read; `undefined` if it is not known yet.
   * @param enabled The rules that are off by default and that are applied.
   * @param budget What is left for the payload.
   */
  constructor(
    readonly tag: string | undefined,
    readonly enabled: ReadonlySet<string>,
    private readonly budget: Budget,
  ) {}

  /** Count values that are read. */
  spend(count: number): void {
    this.left -= count;
    if (this.left < 0) throw new TooManyError();
  }

  error(rule: string, place: Place | undefined, message: string): void {
    this.errors += 1;
    this.add(rule, "error", place, message);
  }

  warning(rule: string, place: Place | undefined, message: string): void {
    this.add(rule, "warning", place, message);
  }

  private add(rule: string, severity: Problem["severity"], place: Place | undefined, message: string): void {
    this.budget.spendProblem();
    const path = pathOf(place);
    this.problems.push({ rule: rule as RuleId, severity, pointer: toPointer(path), path, message });
  }
}

function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at !== undefined; at = at.up) path.push(at.key);
  return path.reverse();
}

/** A constraint on one value. */
export interface Constraint {
  /** A noun phrase for a valid value, such as `a string`. */
  readonly expected: string;
  /** Whether a value has no error; `tag` is the type of the activity, if it is known. */
  accepts(value: unknown, tag: string | undefined): boolean;
  /** Report what a value breaks, errors and warnings. Its place is given in two parts, since most values need none. */
  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void;
}
