/** Objects with known fields. */

import type { AlsoNeedsData, FieldData, Mode, RequirementData, RuleData, SpecData, TestData } from "./declarations.js";
import { isObject, type JsonMembers } from "./plain.js";
import type { Constraint, Place, Report } from "./report.js";
import { reportType } from "./scalars.js";
import { breaches, groupsOf } from "./tests.js";
import { fill, got, listed, named, subject } from "./wording.js";

/** A field, with what depends on the mode. */
interface Slot {
  readonly name: string;
  readonly bit: number;
  readonly value: Constraint;
  readonly allowed: boolean;
  readonly data: FieldData;
}

/** A rule on several fields, for one of the groups of fields that it applies to. */
interface ActiveRule {
  readonly rule: RuleData;
  readonly test: TestData;
  readonly group: readonly string[];
  /** The bits of the fields that must be present and valid. */
  readonly needed: number;
  /** The bits of the fields that must be valid if they are present. */
  readonly others: number;
}

/** What an object of a union has to do with the other classes. */
export interface Membership {
  readonly tag: string;
  /** The fields of other classes of which a value is tolerated. */
  readonly foreign: ReadonlyMap<string, FieldData["tolerated"]>;
}

/** Where a field belongs that an object does not have: a message about it; `undefined` if nothing has it. */
export type Placement = (name: string, here: string, tag: string | undefined) => string | undefined;

const NO_PLACE: Placement = () => undefined;

/** The members of a payload object that are present, by the number of their field. */
export class Members {
  readonly values: unknown[] = [];
  /** The bits of the fields that are present. */
  present = 0;
  /** The bits of those that have an error. */
  broken = 0;
}

/** An object of one class, in one mode. */
export class Spec implements Constraint {
  readonly expected = "an object";
  readonly requirements: readonly RequirementData[];
  private readonly slots: ReadonlyMap<string, Slot>;
  private readonly rules: readonly ActiveRule[];
  private readonly ownErrors: readonly ActiveRule[];

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
    const entries = [...constraints].map(([name, value], index): [string, Slot] => {
      const field = data.fields[name] as FieldData;
      return [name, { name, bit: 1 << index, value, allowed: field.allowed?.includes(mode) ?? true, data: field }];
    });
    this.slots = new Map(entries);
    this.requirements = requirementsOf(data, mode);
    this.rules = this.activeRules();
    this.ownErrors = this.rules.filter(({ rule }) => rule.warns === undefined);
  }

  private activeRules(): ActiveRule[] {
    const active = (this.data.rules ?? []).filter(({ modes }) => modes?.includes(this.mode) ?? true);
    return active.flatMap(({ rule, test }) =>
      groupsOf(test).map((group) => {
        const others = test.is === "compact-size" ? this.bits(test.others) : 0;
        return { rule, test, group, needed: this.bits(group), others };
      }),
    );
  }

  private bits(names: readonly string[]): number {
    return names.reduce((bits, name) => bits | (this.slots.get(name)?.bit ?? 0), 0);
  }

  /** Whether some type of activity may not have a field of the request. */
  ownersOf(name: string): readonly string[] | undefined {
    return this.data.fields[name]?.beside;
  }

  report(value: unknown, report: Report, place: Place): void {
    if (isObject(value)) this.reportMembers(value, report, place);
    else reportType(this.expected, value, report, place);
  }

  /**
   * Report the rules that an object breaks.
   *
   * @param place The place of the object; `undefined` for the payload itself.
   * @param skipped The names that are left to others to check.
   */
  reportMembers(
    data: JsonMembers,
    report: Report,
    place: Place | undefined,
    skipped?: (name: string) => boolean,
  ): void {
    const keys = Object.keys(data);
    report.spend(keys.length);
    const members = new Members();
    for (const key of keys) {
      const value = data[key];
      if (value === undefined || skipped?.(key) === true) continue;
      this.reportMember(key, value, members, report, place);
      if (report.decided) return;
    }
    this.reportRequired(members, report, place);
    for (const each of report.quick ? this.ownErrors : this.rules) this.reportRule(each, members, report, place);
  }

  private reportMember(name: string, value: unknown, members: Members, report: Report, up: Place | undefined): void {
    const slot = this.slots.get(name);
    const place = { up, key: name };
    if (slot === undefined) return this.reportStrange(name, value, report, place);
    if (value === null && slot.data.tolerated === null) return reportInert(report, place, "it is null");
    members.present |= slot.bit;
    members.values[index(slot.bit)] = value;
    const before = report.errors;
    if (this.fits(slot, report.tag)) slot.value.report(value, report, place);
    else report.error("misplaced-field", place, this.whereItBelongs(slot, report.tag));
    if (report.errors > before) members.broken |= slot.bit;
  }

  private fits(slot: Slot, tag: string | undefined): boolean {
    return slot.allowed && (slot.data.beside === undefined || tag === undefined || slot.data.beside.includes(tag));
  }

  private whereItBelongs({ name, allowed, data }: Slot, tag: string | undefined): string {
    return allowed ? ofOtherTags(name, data.beside ?? [], "activities", tag) : ofOtherModes(name, data.allowed ?? [], this.mode);
  }

  /** Report a member that is no field of the class. */
  private reportStrange(name: string, value: unknown, report: Report, place: Place): void {
    const { membership } = this;
    if (membership?.foreign.has(name) === true && membership.foreign.get(name) === value) {
      return reportInert(report, place, `this one is ${membership.tag}`);
    }
    const here = subject(place.up, this.data.label);
    const message = this.placement(name, here, membership?.tag ?? report.tag);
    if (message === undefined) report.error("unknown-field", place, `${here} has no field ${named(name)}`);
    else report.error("misplaced-field", place, message);
  }

  private reportRequired(members: Members, report: Report, place: Place | undefined): void {
    for (const each of this.requirements) {
      if (this.isMissing(each, members)) {
        const none = each.groups.length > 1 ? "neither" : "none";
        report.error("missing-field", place, `${subject(place, this.data.label)} needs ${needed(each)}, got ${none}`);
      }
      for (const group of each.groups) this.reportPair(group, members, report, place);
    }
  }

  /** Report a group of fields of which only some are present. */
  private reportPair(group: readonly string[], members: Members, report: Report, place: Place | undefined): void {
    const present = group.filter((name) => this.has(name, members));
    if (present.length === 0 || present.length === group.length) return;
    const message = `${listed(group)} must be sent together, got only ${listed(present)}`;
    report.error("incomplete-pair", place, message);
  }

  private isMissing({ groups, unless }: RequirementData, members: Members): boolean {
    if (unless !== undefined && this.valueOf(unless[0], members) === unless[1]) return false;
    return !groups.some((group) => group.some((name) => this.has(name, members)));
  }

  private has(name: string, members: Members): boolean {
    return (members.present & this.bits([name])) !== 0;
  }

  private valueOf(name: string, members: Members): unknown {
    const slot = this.slots.get(name);
    return slot === undefined ? undefined : members.values[index(slot.bit)];
  }

  private reportRule(active: ActiveRule, members: Members, report: Report, place: Place | undefined): void {
    const { rule, test, group, needed, others } = active;
    const sound = members.present & ~members.broken;
    if ((sound & needed) !== needed || (members.broken & others) !== 0) return;
    for (const [path, slots] of breaches(test, group, (name) => this.valueOf(name, members))) {
      const at = path.reduce<Place | undefined>((up, key) => ({ up, key }), place);
      const message = fill(rule.message, slots);
      if (rule.warns === true) report.warning(rule.id, at, message);
      else report.error(rule.id, at, message);
    }
  }

  /** What an object lacks of what it should also have in its mode, since another mode requires it. */
  reportAlsoNeeded(data: JsonMembers, tagField: string, report: Report, place: Place): void {
    if (report.quick) return;
    for (const also of this.data.alsoNeeds ?? []) {
      if (also.mode !== this.mode) continue;
      const lacking = neededFor(also, this.data, tagField).filter((each) => lacks(data, each));
      if (lacking.length === 0) continue;
      const slots = { name: subject(place), lacking: listed(lacking.map(needed)) };
      report.warning(also.rule.id, place, fill(also.rule.message, slots));
    }
  }
}

/** The number of the field that has a bit. */
function index(bit: number): number {
  return 31 - Math.clz32(bit);
}

function reportInert(report: Report, place: Place, why: string): void {
  if (report.enabled.has("inert-field")) {
    report.warning("inert-field", place, `${named(String(place.key))} has no effect here: ${why}`);
  }
}

/** The message about a field that belongs to objects with other tags. */
export function ofOtherTags(name: string, tags: readonly string[], plural: string, tag: string | undefined): string {
  return `${name} belongs to ${listed(tags)} ${plural}; this one is ${tag}`;
}

/** The message about a field that belongs to requests of other operations. */
export function ofOtherModes(name: string, modes: readonly Mode[], mode: Mode): string {
  return `${name} belongs to ${listed(modes)} requests; this is ${/^(?:[aeio]|up)/.test(mode) ? "an" : "a"} ${mode} request`;
}

/** All groups of fields that an object requires in a mode, except for its tag. */
function requirementsOf(data: SpecData, mode: Mode): RequirementData[] {
  const own = (data.requirements ?? []).filter(({ modes }) => modes?.includes(mode) ?? true);
  const single = Object.entries(data.fields).filter(
    ([, { required, value }]) => value.is !== "tag" && (required === true || required?.includes(mode) === true),
  );
  return [...own, ...single.map(([name]) => ({ groups: [[name]] }))];
}

/** The requirements of the mode `also.like` that the mode `also.mode` does not have, with the tag. */
function neededFor(also: AlsoNeedsData, data: SpecData, tagField: string): RequirementData[] {
  const tag = data.fields[tagField]?.required;
  const needsTag = tag === true || tag?.includes(also.like) === true;
  const asked = new Set(requirementsOf(data, also.mode).map(needed));
  const all = requirementsOf(data, also.like);
  return [...(needsTag ? [{ groups: [[tagField]] }] : []), ...all.filter((each) => !asked.has(needed(each)))];
}

export function lacks(data: JsonMembers, { groups, unless }: RequirementData): boolean {
  const has = (name: string) => Object.prototype.propertyIsEnumerable.call(data, name) && data[name] !== undefined;
  if (unless !== undefined && has(unless[0]) && data[unless[0]] === unless[1]) return false;
  return !groups.some((group) => group.some(has));
}

/** The required fields, as text for a message. */
export function needed({ groups, unless }: RequirementData): string {
  const whole = groups.map((group) => group.join(" with ")).join(", or ");
  return unless === undefined ? whole : `${whole} (unless ${unless[0]} is ${got(unless[1])})`;
}
