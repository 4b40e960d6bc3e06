/** Constraints on lists, maps, free content, and values of one of several types. */

import type { ListData, MapData, ValueRuleData } from "./declarations.js";
import { excess, isArray, isObject, keysOf, MAX_DEPTH, MAX_VALUES, type JsonMembers } from "./plain.js";
import { at, type Constraint, type Place, type Report } from "./report.js";
import { encodable, reportNonFinite, reportRules, reportSurrogate, reportType, Text } from "./scalars.js";
import { compactSize } from "./size.js";
import { amount, got, listed, quoted, subject } from "./wording.js";

/** A list whose items have the same constraint. */
export class ListOf implements Constraint {
  readonly expected: string;
  private readonly min: number;
  private readonly max: number;
  private readonly rules: readonly ValueRuleData[];

  constructor(
    private readonly data: ListData,
    private readonly item: Constraint,
  ) {
    this.expected = `a list of ${data.label}s`;
    this.min = data.min ?? 0;
    this.max = data.max ?? Infinity;
    this.rules = data.rules ?? [];
  }

  accepts(value: unknown, tag: string | undefined): boolean {
    if (!isArray(value) || value.length < this.min || value.length > this.max) return false;
    for (let index = 0; index < value.length; index++) if (!this.item.accepts(value[index], tag)) return false;
    return true;
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (!isArray(value)) return reportType(this.expected, value, report, at(up, key));
    const place = at(up, key);
    this.reportLength(value, report, place);
    report.spend(value.length);
    for (let index = 0; index < value.length; index++) {
      this.item.report(value[index], report, place, index);
    }
  }

  private reportLength(value: readonly unknown[], report: Report, place: Place): void {
    const { label, max } = this.data;
    if (value.length < this.min) {
      report.error("empty-list", place, `${subject(place)} must have at least one ${label}, got an empty list`);
    } else if (value.length > this.max) {
      const message = `${subject(place)} must have at most ${max} ${label}s, got ${amount(value.length)}`;
      report.error("too-many-items", place, message);
    } else reportRules(this.rules, value, report, place.up, place.key);
  }
}

/** A value of one of several types, with a constraint for each. */
export class Either implements Constraint {
  readonly expected: string;
  private readonly byType: ReadonlyMap<string, Constraint>;

  /** @param options The constraints, by the type of their values as `typeof` says it. */
  constructor(options: readonly (readonly [type: string, constraint: Constraint])[]) {
    this.byType = new Map(options);
    this.expected = listed(
      options.map(([, each]) => each.expected),
      "or",
    );
  }

  accepts(value: unknown, tag: string | undefined): boolean {
    return this.byType.get(typeof value)?.accepts(value, tag) ?? false;
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    const option = this.byType.get(typeof value);
    if (option === undefined) reportType(this.expected, value, report, at(up, key));
    else option.report(value, report, up, key);
  }
}

/** An object with any keys, whose values are scalars. */
export class MapOf implements Constraint {
  readonly expected = "an object";

  constructor(
    private readonly data: MapData,
    private readonly key: Text,
    private readonly value: Constraint,
  ) {}

  accepts(value: unknown, tag: string | undefined): boolean {
    if (!isObject(value)) return false;
    const keys = keysOf(value);
    const { max, maxBytes } = this.data;
    if (keys.length > max) return false;
    for (const key of keys) if (!this.key.accepts(key) || !this.value.accepts(value[key], tag)) return false;
    return compactSize(value, maxBytes) <= maxBytes;
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    const place = at(up, key);
    if (!isObject(value)) return reportType(this.expected, value, report, place);
    const keys = keysOf(value);
    report.spend(keys.length);
    const { max } = this.data;
    if (keys.length > max) {
      const message = `${subject(place)} must have at most ${max} entries, got ${amount(keys.length)}`;
      report.error("too-many-entries", place, message);
    }
    const before = report.errors;
    for (const each of keys) {
      this.key.reportKey(each, report, place);
      this.value.report(value[each], report, place, each);
    }
    if (report.errors === before) this.reportSize(value, report, place);
  }

  private reportSize(value: JsonMembers, report: Report, place: Place): void {
    const { maxBytes, sizeRule } = this.data;
    if (compactSize(value, maxBytes) <= maxBytes) return;
    const most = `${amount(maxBytes)} bytes as compact UTF-8 JSON`;
    report.error(sizeRule, place, `${subject(place)} must be at most ${most}, got more`);
  }
}

/**
 * An object with any content that JSON can represent.
 *
 * Three functions walk through it, since each has to hold where the others do not: `countContent` is fast and ends at
 * the first invalid value; `excess` does not follow containers over and over that are in there many times or contain
 * themselves; only after it is `reportContent` safe, which visits each value at each of its places.
 */
export class FreeObject implements Constraint {
  readonly expected = "an object";

  accepts(value: unknown): boolean {
    return isObject(value) && countContent(value, 1, 1) !== undefined;
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    const place = at(up, key);
    if (!isObject(value)) return reportType(this.expected, value, report, place);
    const tooMuch = excess(value);
    if (tooMuch === "values") {
      report.error("not-json", place, `${subject(place)} must have at most ${amount(MAX_VALUES)} values, got more`);
    } else if (tooMuch === "levels") {
      report.error("too-deep", place, `${subject(place)} must be at most ${MAX_DEPTH} levels deep, got more`);
    } else reportContent(value, report, place);
  }
}

/**
 * Count the values in a list or an object of free content.
 *
 * @param count How many were counted before.
 * @returns The sum; `undefined` if there is an invalid value, or too much of anything.
 */
function countContent(value: readonly unknown[] | JsonMembers, depth: number, count: number): number | undefined {
  const keys = Array.isArray(value) ? undefined : keysOf(value as JsonMembers);
  const { length } = keys ?? (value as readonly unknown[]);
  let sum: number | undefined = count + length;
  if (depth > MAX_DEPTH || sum > MAX_VALUES) return undefined;
  for (let index = 0; index < length && sum !== undefined; index++) {
    const key = keys?.[index] ?? index;
    if (typeof key === "string" && !encodable(key)) return undefined;
    const item = (value as JsonMembers)[key];
    if (typeof item === "object" && item !== null) {
      if (!isArray(item) && !isObject(item)) return undefined;
      sum = countContent(item, depth + 1, sum);
    } else if (!isJsonScalar(item)) return undefined;
  }
  return sum;
}

function isJsonScalar(value: unknown): boolean {
  if (typeof value === "string") return encodable(value);
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "boolean" || value === null;
}

/** Report each invalid value in free content, on all levels. */
function reportContent(value: unknown, report: Report, place: Place): void {
  if (typeof value === "string") {
    if (!encodable(value)) reportSurrogate(subject(place), value, report, place);
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) reportNonFinite(value, report, place);
  } else if (isArray(value)) {
    for (let index = 0; index < value.length; index++) reportContent(value[index], report, at(place, index));
  } else if (isObject(value)) {
    reportMembers(value, report, place);
  } else if (typeof value !== "boolean" && value !== null) {
    report.error("not-json", place, `${subject(place)} must be a JSON value, got ${got(value)}`);
  }
}

function reportMembers(value: JsonMembers, report: Report, place: Place): void {
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    const here = at(place, key);
    if (!encodable(key)) reportSurrogate(`the key ${quoted(key)}`, key, report, here);
    reportContent(item, report, here);
  }
}
