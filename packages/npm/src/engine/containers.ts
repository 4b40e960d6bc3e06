/** Constraints on lists, maps, free content, and values of one of several types. */

import type { ListData, MapData, ValueRuleData } from "./declarations.js";
import { excess, isArray, isObject, MAX_DEPTH, MAX_VALUES, type JsonMembers } from "./plain.js";
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

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (!isArray(value)) return reportType(this.expected, value, report, at(up, key));
    const place = at(up, key);
    this.reportLength(value, report, place);
    report.spend(value.length);
    for (let index = 0; index < value.length && !report.decided; index++) {
      this.item.report(value[index], report, place, index);
    }
  }

  private reportLength(value: readonly unknown[], report: Report, place: Place): void {
    const { label, max } = this.data;
    if (value.length < this.min) {
      report.error("empty-list", place, `${subject(place)} must have at least one ${label}, got an empty list`);
    } else if (value.length > this.max) {
      report.error("too-many-items", place, `${subject(place)} must have at most ${max} ${label}s, got ${amount(value.length)}`);
    } else if (!report.quick) reportRules(this.rules, value, report, place.up, place.key);
  }
}

/** A value of one of several types, with a constraint for each. */
export class Either implements Constraint {
  readonly expected: string;
  private readonly byType: ReadonlyMap<string, Constraint>;

  /** @param options The constraints, by the type of their values as `typeof` says it. */
  constructor(options: readonly (readonly [type: string, constraint: Constraint])[]) {
    this.byType = new Map(options);
    this.expected = listed(options.map(([, each]) => each.expected), "or");
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

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (!isObject(value)) return reportType(this.expected, value, report, at(up, key));
    const place = at(up, key);
    const keys = Object.keys(value);
    report.spend(keys.length);
    const { max } = this.data;
    let entries = 0;
    let beforeEntries = report.errors;
    for (const key of keys) if (value[key] !== undefined) entries += 1;
    if (entries > max) {
      report.error("too-many-entries", place, `${subject(place)} must have at most ${max} entries, got ${amount(entries)}`);
      beforeEntries = report.errors;
    }
    for (const key of keys) if (!report.decided) this.reportEntry(key, value[key], report, place);
    if (report.errors === beforeEntries) this.reportSize(value, report, place);
  }

  private reportEntry(key: string, item: unknown, report: Report, place: Place): void {
    if (item === undefined) return;
    this.key.reportKey(key, report, place);
    this.value.report(item, report, place, key);
  }

  private reportSize(value: JsonMembers, report: Report, place: Place): void {
    const { maxBytes, sizeRule } = this.data;
    if (compactSize(value, maxBytes) <= maxBytes) return;
    report.error(sizeRule, place, `${subject(place)} must be at most ${amount(maxBytes)} bytes as compact UTF-8 JSON, got more`);
  }
}

/** An object with any content that JSON can represent. */
export class FreeObject implements Constraint {
  readonly expected = "an object";

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (!isObject(value)) return reportType(this.expected, value, report, at(up, key));
    const place = at(up, key);
    const tooMuch = excess(value);
    if (tooMuch === "values") {
      report.error("not-json", place, `${subject(place)} must have at most ${amount(MAX_VALUES)} values, got more`);
    } else if (tooMuch === "levels") {
      report.error("too-deep", place, `${subject(place)} must be at most ${MAX_DEPTH} levels deep, got more`);
    } else reportContent(value, report, place);
  }
}

/** Report each invalid value in free content, on all levels. */
function reportContent(value: unknown, report: Report, place: Place): void {
  if (report.decided) return;
  if (typeof value === "string") {
    if (!encodable(value)) reportSurrogate(subject(place), value, report, place);
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) reportNonFinite(value, report, place);
  } else if (Array.isArray(value)) {
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

