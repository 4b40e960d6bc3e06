/** Constraints on strings, numbers and booleans. */

import type { NameData, NumberData, TagData, TextData, UrlData, ValueRuleData } from "./declarations.js";
import { BLANK } from "../generated/contract.js";
import { at, type Constraint, type Place, type Report } from "./report.js";
import { amount, fill, got, oneOf, quoted, subject } from "./wording.js";

/** Report a value that has not the type that it must have. */
export function reportType(expected: string, value: unknown, report: Report, place: Place): void {
  report.error(
    value === null ? "null-value" : "wrong-type",
    place,
    `${subject(place)} must be ${expected}, got ${got(value)}`,
  );
}

const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Whether UTF-8 can encode a string, that is, whether it has no half of a surrogate pair. */
export const encodable: (text: string) => boolean =
  "isWellFormed" in String.prototype
    ? (text) => (text as unknown as { isWellFormed(): boolean }).isWellFormed()
    : (text) => !LONE_SURROGATE.test(text);

/** The number of characters of a string, that is, of code points. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 1; index < text.length; index++) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) length -= 1;
  }
  return length;
}

/** Whether a string has at most a number of characters, which are counted only if it matters. */
function isAtMost(text: string, most: number): boolean {
  return text.length <= most || (text.length <= 2 * most && lengthOf(text) <= most);
}

/** Whether a value passes the test of a rule. */
export function passes({ test }: ValueRuleData, value: string | readonly unknown[]): boolean {
  if (test.is === "at-most") return value.length <= test.most;
  if (typeof value !== "string") return true;
  if (test.is === "not-blank") return value === "" ? test.orEmpty : !BLANK.test(value);
  if (test.is === "not-equal") return value !== test.text;
  return (test.onlyIf !== undefined && !test.onlyIf.test(value)) || test.pattern.test(value);
}

/** Report the rules of a constraint that a value breaks, all of which are warnings. */
export function reportRules(
  rules: readonly ValueRuleData[],
  value: string | readonly unknown[],
  report: Report,
  up: Place | undefined,
  key: string | number,
  name?: string,
): void {
  for (const each of rules) {
    if (passes(each, value)) continue;
    const place = at(up, key);
    const slots = { name: name ?? subject(place), got: got(value), length: amount(value.length) };
    report.warning(each.rule.id, place, fill(each.rule.message, slots));
  }
}

/** A string. */
export class Text implements Constraint {
  readonly expected = "a string";
  private readonly min: number;
  private readonly max: number;
  private readonly rules: readonly ValueRuleData[];

  constructor(data: TextData) {
    this.min = data.min ?? 0;
    this.max = data.max ?? Infinity;
    this.rules = data.rules ?? [];
  }

  accepts(value: unknown): value is string {
    return typeof value === "string" && value.length >= this.min && isAtMost(value, this.max) && encodable(value);
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (this.accepts(value)) return reportRules(this.rules, value, report, up, key);
    const place = at(up, key);
    if (typeof value === "string") this.reportError(value, report, place, subject(place));
    else reportType(this.expected, value, report, place);
  }

  /** Report the first rule that a key breaks. */
  reportKey(key: string, report: Report, up: Place): void {
    if (!this.accepts(key)) {
      return this.reportError(key, report, at(up, key), nameOfKey(key, up));
    }
    const broken = this.rules.find((each) => !passes(each, key));
    if (broken !== undefined) reportRules([broken], key, report, up, key, nameOfKey(key, up));
  }

  /** Report the error that a string has. */
  private reportError(value: string, report: Report, place: Place, name: string): void {
    if (value.length < this.min) {
      report.error("empty-string", place, `${name} must not be empty, got an empty string`);
    } else if (!isAtMost(value, this.max)) {
      const bounds = `${this.min > 0 ? `${this.min} to` : "at most"} ${amount(this.max)}`;
      report.error("too-long", place, `${name} must have ${bounds} characters, got ${amount(lengthOf(value))}`);
    } else reportSurrogate(name, value, report, place);
  }
}

function nameOfKey(key: string, up: Place): string {
  return `the key ${quoted(key)} of ${subject(up)}`;
}

/** Report a string, a value or a key, that UTF-8 cannot encode. */
export function reportSurrogate(name: string, text: string, report: Report, place: Place): void {
  report.error(
    "lone-surrogate",
    place,
    `${name} must be text that UTF-8 can encode, got a lone surrogate in ${quoted(text)}`,
  );
}

/** A finite number. */
export class NumberWithin implements Constraint {
  readonly expected: string;
  private readonly whole: boolean;
  private readonly least: number;
  private readonly most: number;
  private readonly above: boolean;

  constructor(private readonly data: NumberData) {
    this.whole = data.whole ?? false;
    this.expected = this.whole ? "a whole number" : "a number";
    this.above = data.above !== undefined;
    this.least = data.above ?? data.min ?? -Infinity;
    this.most = data.max ?? Infinity;
  }

  accepts(value: unknown): boolean {
    return (
      typeof value === "number" &&
      (this.above ? value > this.least : value >= this.least) &&
      value <= this.most &&
      (this.whole ? Number.isInteger(value) : Number.isFinite(value))
    );
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (this.accepts(value)) return;
    if (typeof value === "number") this.reportNumber(value, report, at(up, key));
    else reportType(this.expected, value, report, at(up, key));
  }

  private reportNumber(value: number, report: Report, place: Place): void {
    if (!Number.isFinite(value)) reportNonFinite(value, report, place);
    else if (this.whole && !Number.isInteger(value)) {
      report.error("not-an-integer", place, `${subject(place)} must be a whole number, got ${value}`);
    } else report.error("out-of-range", place, `${subject(place)} must be ${this.bounds}, got ${value}`);
  }

  /** The range of the number for messages, such as `from 0 to 100`. */
  private get bounds(): string {
    const { min, above, max } = this.data;
    if (above !== undefined) return `more than ${above}${max === undefined ? "" : ` and at most ${max}`}`;
    if (min === undefined) return `at most ${max}`;
    return max === undefined ? `${min} or more` : `from ${min} to ${max}`;
  }
}

/** Report NaN or an infinite number, which JSON cannot represent. */
export function reportNonFinite(value: number, report: Report, place: Place): void {
  report.error("non-finite-number", place, `${subject(place)} must be a finite number, got ${value}`);
}

/** `true` or `false`. */
export class TrueOrFalse implements Constraint {
  readonly expected = "true or false";

  accepts(value: unknown): boolean {
    return typeof value === "boolean";
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (!this.accepts(value)) reportType(this.expected, value, report, at(up, key));
  }
}

/** A value of an enumeration. */
export class Name implements Constraint {
  private readonly names: ReadonlySet<string>;

  constructor(private readonly data: NameData) {
    this.names = new Set(Object.values(data.names));
  }

  get expected(): string {
    return oneOf([...this.names]);
  }

  accepts(value: unknown): boolean {
    return typeof value === "string" && this.names.has(value);
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (this.accepts(value)) return;
    const place = at(up, key);
    if (typeof value !== "string") reportType(this.expected, value, report, place);
    else {
      report.error(this.data.rule, place, `${subject(place)} must be ${this.expected}, got ${got(value)}`);
    }
  }
}

const UNFIT_FOR_URL = /[\x00-\x20\x7f]/;

/** An absolute URL with one of several schemes. */
export class Url implements Constraint {
  readonly expected: string;
  private readonly start: RegExp;
  private readonly rules: readonly ValueRuleData[];

  constructor(data: UrlData) {
    this.expected = data.label;
    this.start = data.start;
    this.rules = data.rules ?? [];
  }

  accepts(value: unknown): value is string {
    return typeof value === "string" && this.start.test(value) && !UNFIT_FOR_URL.test(value) && encodable(value);
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (this.accepts(value)) return reportRules(this.rules, value, report, up, key);
    const place = at(up, key);
    if (typeof value !== "string") reportType(this.expected, value, report, place);
    else if (!this.start.test(value) || UNFIT_FOR_URL.test(value)) {
      report.error("invalid-url", place, `${subject(place)} must be ${this.expected}, got ${got(value)}`);
    } else reportSurrogate(subject(place), value, report, place);
  }
}

/** The tag of one class of a union. */
export class Tag implements Constraint {
  private readonly names: ReadonlySet<string>;

  constructor(private readonly data: TagData) {
    this.names = new Set(Object.values(data.names));
  }

  get expected(): string {
    return oneOf([...this.names]);
  }

  accepts(value: unknown): boolean {
    return value === this.data.tag;
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    if (this.accepts(value)) return;
    const place = at(up, key);
    const { tag, label } = this.data;
    if (typeof value === "string" && this.names.has(value)) {
      const message = `${subject(place)} must be ${tag}, the type of the ${label}, got ${value}`;
      return report.error("type-mismatch", place, message);
    }
    const rule = value === null ? "null-value" : "unknown-type";
    report.error(rule, place, `${subject(place)} must be ${this.expected}, got ${got(value)}`);
  }
}
