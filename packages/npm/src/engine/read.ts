/** The problems of a whole payload. It first decides by the rules of which type of activity to read it. */

import type { Problem } from "../problem.js";
import { compile, type Compiled } from "./compile.js";
import type { Mode, OperationData } from "./declarations.js";
import { inDocumentOrder } from "./order.js";
import { isObject, Opaque, own, plain, type JsonMembers } from "./plain.js";
import { lacks, needed } from "./requirements.js";
import { Budget, Report, TooManyError, type Place } from "./report.js";
import { fill, got, listed } from "./wording.js";

type Owners = ReadonlyMap<string, readonly string[]>;

/** The reader of the payloads of one operation. It never throws because of a payload. */
export class Reader {
  private made: Compiled | undefined;

  constructor(private readonly operation: OperationData) {}

  /** What is made from the declaration on first use. */
  private get compiled(): Compiled {
    this.made ??= compile(this.operation);
    return this.made;
  }

  /** The types of activity. */
  get tags(): readonly string[] {
    return [...this.compiled.union.specs.keys()];
  }

  /** Whether a payload has no error. */
  isValid(payload: unknown, known: string | undefined): boolean {
    const { compiled } = this;
    try {
      return new Reading(this.operation, compiled, payload, NONE).isValid(known);
    } catch {
      // What was read ran code of the payload, or has too many values. The report decides.
      return !this.problems(payload, known, NONE).some(isError);
    }
  }

  /** All problems of a payload, in document order. */
  problems(payload: unknown, known: string | undefined, enabled: ReadonlySet<string>): Problem[] {
    const { compiled } = this;
    const attempt = (value: unknown) =>
      inDocumentOrder(new Reading(this.operation, compiled, value, enabled).problems(known), value);
    try {
      return attempt(payload);
    } catch (error) {
      if (error instanceof TooManyError) return this.unreadable(TOO_MANY);
    }
    // It ran code of the payload, which a copy does not have. What throws now is a mistake in this package.
    try {
      return attempt(plain(payload));
    } catch (error) {
      if (error instanceof TooManyError) return this.unreadable();
      throw error;
    }
  }

  /** The problem of a payload that is not read. */
  unreadable(label = "one that cannot be read"): Problem[] {
    return new Reading(this.operation, this.compiled, new Opaque(label), NONE).problems(undefined);
  }
}

const TOO_MANY = "more values than are read";
const NONE: ReadonlySet<string> = new Set();

/** One payload that is read, by the rules of one type of activity or of several. */
class Reading {
  private readonly mode: Mode;
  private readonly budget = new Budget();

  constructor(
    private readonly operation: OperationData,
    private readonly compiled: Compiled,
    private readonly payload: unknown,
    private readonly enabled: ReadonlySet<string>,
  ) {
    this.mode = operation.mode;
  }

  isValid(known: string | undefined): boolean {
    const { payload, compiled } = this;
    if (!isObject(payload)) return false;
    const inner = known === undefined ? own(payload, compiled.field) : undefined;
    if (!isObject(inner)) return compiled.request.acceptsMembers(payload, known);
    const tag = compiled.union.selected(inner);
    if (tag !== undefined) return compiled.request.acceptsMembers(payload, tag);
    if (compiled.union.tagNeeded || own(inner, compiled.union.data.tag) !== undefined) return false;
    return this.possible(this.owners(payload, inner)).some((each) => compiled.request.acceptsMembers(payload, each));
  }

  /** The tag by whose rules the payload is read; `undefined` if there is none. */
  private tagOf(payload: JsonMembers, inner: unknown, known: string | undefined): string | undefined {
    if (known !== undefined || !isObject(inner)) return known;
    const selected = this.compiled.union.selected(inner);
    if (selected !== undefined) return selected;
    const possible = this.possible(this.owners(payload, inner));
    return possible.length === 1 ? possible[0] : undefined;
  }

  problems(known: string | undefined): Problem[] {
    const { payload, compiled } = this;
    if (!isObject(payload)) return this.notAnObject();
    const inner = own(payload, compiled.field);
    const untagged = known === undefined && isObject(inner) && own(inner, compiled.union.data.tag) === undefined;
    if (untagged && !compiled.union.tagNeeded) return this.untagged(payload, inner);
    const { problems } = this.read(payload, this.tagOf(payload, inner, known));
    const mismatch = problems.filter(({ rule }) => rule === "type-mismatch");
    if (mismatch.length > 0 && isObject(inner) && errorsOf(problems).size > 1) {
      const byItsOwn = this.read(payload, compiled.union.selected(inner)).problems;
      // Valid by its own type, so the mismatch is the only mistake.
      if (!byItsOwn.some(isError)) return [...byItsOwn, ...mismatch];
    }
    return problems;
  }

  private notAnObject(): Problem[] {
    const report = new Report(undefined, this.enabled, this.budget);
    const rule = this.payload === null ? "null-value" : "wrong-type";
    report.error(rule, undefined, `the request must be an object, got ${got(this.payload)}`);
    return report.problems;
  }

  /** Read the payload by the rules of a tag. */
  private read(payload: JsonMembers, tag: string | undefined): Report {
    const report = new Report(tag, this.enabled, this.budget);
    const { modeRule } = this.operation;
    if (modeRule !== undefined && this.enabled.has(modeRule.id)) {
      report.warning(modeRule.id, undefined, fill(modeRule.message, { mode: this.mode }));
    }
    this.compiled.request.reportMembers(payload, report, undefined);
    return report;
  }

  /** Find the fields that only some tags have, in the state and in the request, with these tags. */
  private owners(payload: JsonMembers, inner: JsonMembers): Owners {
    const found = new Map<string, readonly string[]>();
    for (const name of Object.keys(inner)) {
      const of = this.compiled.owners.get(name);
      const value = inner[name];
      if (of === undefined || value === undefined) continue;
      const tolerated = [...of.values()].some((field) => field.tolerated !== undefined && field.tolerated === value);
      if (!tolerated) found.set(name, [...of.keys()]);
    }
    for (const name of Object.keys(payload)) {
      const beside = payload[name] === undefined ? undefined : this.compiled.request.ownersOf(name);
      if (beside !== undefined) found.set(name, beside);
    }
    return found;
  }

  /** The tags that have all of these fields. */
  private possible(owners: Owners): string[] {
    const each = [...owners.values()];
    return [...this.compiled.union.specs.keys()].filter((tag) => each.every((tags) => tags.includes(tag)));
  }

  /**
   * The problems of a payload that leaves the tag out.
   *
   * It is valid if it is valid by the rules of some tag. Otherwise it is reported by the rules of the tag whose errors
   * all other possible tags report as well. If there is no such tag, the errors that all tags share are reported, and
   * that no tag matches.
   */
  private untagged(payload: JsonMembers, inner: JsonMembers): Problem[] {
    const owners = this.owners(payload, inner);
    const possible = this.possible(owners);
    const readings = possible.map((tag) => this.read(payload, tag).problems);
    const best = bestReading(readings);
    if (best !== undefined) return best;
    const others = [...this.compiled.union.specs.keys()].filter((tag) => !possible.includes(tag));
    const all = [...readings, ...others.map((tag) => this.read(payload, tag).problems)];
    const report = new Report(undefined, this.enabled, this.budget);
    const place: Place = { up: undefined, key: this.compiled.field };
    const message = possible.length > 0 ? this.tooFew(inner, owners, possible) : this.conflict(owners);
    report.error("no-matching-type", place, message);
    return [...sharedProblems(all), ...report.problems];
  }

  private tooFew(inner: JsonMembers, owners: Owners, possible: readonly string[]): string {
    const { union, field } = this.compiled;
    const needs = possible.map((tag) => {
      const required = union.specs.get(tag)?.requirements ?? [];
      const lacking = required.filter((each) => lacks(inner, each.data)).map((each) => needed(each.data));
      return `${tag} needs ${lacking.length > 0 ? listed(lacking) : "other values"}`;
    });
    const what = owners.size > 0 ? `a type that has ${listed([...owners.keys()])}` : `an ${union.data.label} type`;
    return `${field} must match ${what}, got too few fields: ${needs.join("; ")}`;
  }

  private conflict(owners: Owners): string {
    const parts = [...owners].map(([name, tags]) => `${name} is for ${listed(tags)}`);
    return `no ${this.compiled.union.data.label} type has all these fields: ${parts.join("; ")}`;
  }
}

export function isError(problem: Problem): boolean {
  return problem.severity === "error";
}

/** What tells problems of different readings apart; missing fields of the same object differ in the message only. */
function keyOf({ rule, pointer, message }: Problem): string {
  return `${rule} ${rule === "missing-field" ? message : ""} ${pointer}`;
}

function errorsOf(problems: readonly Problem[]): Set<string> {
  return new Set(problems.filter(isError).map(keyOf));
}

/** The warnings that all valid readings share, or the reading whose errors all others report as well. */
function bestReading(readings: readonly Problem[][]): Problem[] | undefined {
  if (readings.length === 1) return readings[0];
  const errors = readings.map(errorsOf);
  const valid = readings.filter((_, index) => errors[index]?.size === 0);
  if (valid.length > 0) return sharedProblems(valid);
  return readings.find((_, index) =>
    errors.every((other) => [...(errors[index] ?? [])].every((key) => other.has(key))),
  );
}

/** The problems that all readings of a payload report, in the order of the first one. */
function sharedProblems(readings: readonly Problem[][]): Problem[] {
  const [first, ...others] = readings;
  const kept = others.map((other) => new Set(other.map(keyOf)));
  return (first ?? []).filter((problem) => kept.every((keys) => keys.has(keyOf(problem))));
}
