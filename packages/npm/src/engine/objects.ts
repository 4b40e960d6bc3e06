/** Objects with known fields. */

import type { FieldData, Mode, SpecData } from "./declarations.js";
import { isObject, ownsIt, type JsonMembers } from "./plain.js";
import { at, type Constraint, type Place, type Report } from "./report.js";
import { Requirement, requirementsOf } from "./requirements.js";
import { reportType } from "./scalars.js";
import { ActiveRule, activeRules } from "./rules.js";
import { listed, named, subject } from "./wording.js";

/** What an object of a union has to do with the other classes. */
export interface Membership {
  readonly tag: string;
  /** The fields of other classes of which a value is tolerated. */
  readonly foreign: ReadonlyMap<string, FieldData["tolerated"]>;
}

/** Where a field belongs that an object does not have: a message about it; `undefined` if nothing has it. */
export type Placement = (name: string, here: string, tag: string | undefined) => string | undefined;

const NO_PLACE: Placement = () => undefined;

/** A field, with what depends on the mode. */
interface Slot {
  readonly index: number;
  readonly bit: number;
  readonly value: Constraint;
  readonly allowed: boolean;
  readonly beside: readonly string[] | undefined;
  readonly nullable: boolean;
}

/** The fields of an object that are present. Sets of fields are the bits of a number. */
export class Members {
  readonly values: unknown[] = [];
  present = 0;
  /** The fields that have an error. */
  broken = 0;
}

/** An object of one class, in one mode. */
export class Spec implements Constraint {
  readonly expected = "an object";
  /** All groups of fields that it requires. */
  readonly requirements: readonly Requirement[];
  private readonly slots = new Map<string, Slot>();
  private readonly rules: readonly ActiveRule[];
  /** What makes an object invalid: the rules that are errors, the fields that are required, and other requirements. */
  private readonly errors: readonly ActiveRule[];
  private readonly required: number;
  private readonly choices: readonly Requirement[];
  private readonly keepsValues: boolean;

  /**
   * @param data The declaration of the class.
   * @param mode The mode, such as `update`.
   * @param constraints The constraints of its fields, by name.
   * @param placement Where a field belongs that the class does not have.
   * @param membership The union to which it belongs; `undefined` if there is none.
   */
  constructor(
    readonly data: SpecData,
    readonly mode: Mode,
    constraints: ReadonlyMap<string, Constraint>,
    private readonly placement: Placement = NO_PLACE,
    private readonly membership?: Membership,
  ) {
    for (const [name, value] of constraints) {
      const { allowed, beside, tolerated } = data.fields[name] as FieldData;
      const index = this.slots.size;
      const isAllowed = allowed?.includes(mode) ?? true;
      this.slots.set(name, { index, bit: 1 << index, value, allowed: isAllowed, beside, nullable: tolerated === null });
    }
    const indexOf = (name: string): number => this.slots.get(name)?.index ?? -1;
    this.requirements = requirementsOf(data, mode).map((each) => new Requirement(each, indexOf));
    this.rules = activeRules(data, mode, indexOf);
    this.errors = this.rules.filter(({ rule }) => rule.warns === undefined);
    this.required = this.requirements.reduce((bits, each) => bits | each.single, 0);
    this.choices = this.requirements.filter((each) => each.single === 0);
    this.keepsValues = this.errors.length > 0 || this.choices.length > 0;
  }

  /** The types of activity beside which a field of a request is allowed; `undefined` if all are. */
  ownersOf(name: string): readonly string[] | undefined {
    return this.slots.get(name)?.beside;
  }

  accepts(value: unknown, tag: string | undefined): boolean {
    return isObject(value) && this.acceptsMembers(value, tag);
  }

  /** Whether an object has no error. */
  acceptsMembers(data: JsonMembers, tag: string | undefined): boolean {
    const values: unknown[] = [];
    let present = 0;
    // Engines read a property fastest in such a loop. It also meets what is inherited, which JSON leaves out.
    for (const name in data) {
      if (!ownsIt(data, name)) continue;
      const value = data[name];
      if (value === undefined) continue;
      const slot = this.slots.get(name);
      if (slot === undefined) {
        if (!this.tolerates(name, value)) return false;
      } else if (value !== null || !slot.nullable) {
        if (!fits(slot, tag) || !slot.value.accepts(value, tag)) return false;
        present |= slot.bit;
        if (this.keepsValues) values[slot.index] = value;
      }
    }
    return (present & this.required) === this.required && this.obeys(present, values);
  }

  private obeys(present: number, values: readonly unknown[]): boolean {
    for (const each of this.choices) if (!each.isMet(present, values)) return false;
    for (const each of this.errors) if (!each.isObeyed(present, values)) return false;
    return true;
  }

  private tolerates(name: string, value: unknown): boolean {
    const foreign = this.membership?.foreign;
    return foreign !== undefined && foreign.has(name) && foreign.get(name) === value;
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    const place = at(up, key);
    if (isObject(value)) this.reportMembers(value, report, place);
    else reportType(this.expected, value, report, place);
  }

  /**
   * Report the rules that an object breaks.
   *
   * @param place The place of the object; `undefined` for the payload itself.
   * @param skips Tells which members are left out, as if they were missing.
   */
  reportMembers(data: JsonMembers, report: Report, place: Place | undefined, skips?: (name: string) => boolean): void {
    const members = new Members();
    for (const name in data) {
      if (!ownsIt(data, name)) continue;
      report.spend(1);
      const value = data[name];
      if (value === undefined || (skips !== undefined && skips(name))) continue;
      this.reportMember(name, value, members, report, place);
    }
    for (const each of this.requirements) each.report(members, report, place, this.data.label);
    for (const each of this.rules) each.report(members, report, place);
  }

  private reportMember(name: string, value: unknown, members: Members, report: Report, up: Place | undefined): void {
    const slot = this.slots.get(name);
    if (slot === undefined) return this.reportStrange(name, value, report, at(up, name));
    if (value === null && slot.nullable) return reportInert(report, at(up, name), "it is null");
    const before = report.errors;
    members.present |= slot.bit;
    members.values[slot.index] = value;
    if (fits(slot, report.tag)) slot.value.report(value, report, up, name);
    else report.error("misplaced-field", at(up, name), this.whereItBelongs(name, slot, report.tag));
    if (report.errors > before) members.broken |= slot.bit;
  }

  private whereItBelongs(name: string, { allowed, beside }: Slot, tag: string | undefined): string {
    if (allowed) return ofOtherTags(name, beside ?? [], "activities", tag);
    return ofOtherModes(name, this.data.fields[name]?.allowed ?? [], this.mode);
  }

  /** Report a member that is no field of the class. */
  private reportStrange(name: string, value: unknown, report: Report, place: Place): void {
    const tag = this.membership?.tag ?? report.tag;
    if (this.tolerates(name, value)) return reportInert(report, place, `this one is ${tag}`);
    const here = subject(place.up, this.data.label);
    const message = this.placement(name, here, tag);
    if (message === undefined) report.error("unknown-field", place, `${here} has no field ${named(name)}`);
    else report.error("misplaced-field", place, message);
  }
}

function fits({ allowed, beside }: Slot, tag: string | undefined): boolean {
  return allowed && (beside === undefined || tag === undefined || beside.includes(tag));
}

function reportInert(report: Report, place: Place, why: string): void {
  if (report.enabled.has("inert-field")) {
    report.warning("inert-field", place, `${place.key} has no effect here and should be left out: ${why}`);
  }
}

/** The message about a field that belongs to objects with other tags. */
export function ofOtherTags(name: string, tags: readonly string[], plural: string, tag: string | undefined): string {
  return `${name} belongs to ${listed(tags)} ${plural}; this one is ${tag}`;
}

/** The message about a field that belongs to requests of other operations. */
export function ofOtherModes(name: string, modes: readonly Mode[], mode: Mode): string {
  const article = /^(?:[aeio]|up)/.test(mode) ? "an" : "a";
  return `${name} belongs to ${listed(modes)} requests; this is ${article} ${mode} request`;
}
