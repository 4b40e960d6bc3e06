/** Requirements of objects: groups of fields, one of which must be present. */

import type { AlsoNeedsData, Mode, RequirementData, SpecData } from "./declarations.js";
import type { Members } from "./objects.js";
import { own, type JsonMembers } from "./plain.js";
import type { Place, Report } from "./report.js";
import { fill, got, listed, subject } from "./wording.js";

/** The requirement of at least one of several groups of fields; no group may be present in part. */
export class Requirement {
  /** The field, if it requires one unconditionally; otherwise 0. */
  readonly single: number;
  /** The fields of all groups. */
  private readonly all: number;
  /** The groups with more than one field, and their fields. */
  private readonly pairs: readonly (readonly [bits: number, names: readonly string[]])[];
  private readonly lifting: number;

  /** @param indexOf The number of each field. */
  constructor(
    readonly data: RequirementData,
    private readonly indexOf: (name: string) => number,
  ) {
    this.all = this.bits(data.groups.flat());
    this.single = data.unless === undefined && data.groups.flat().length === 1 ? this.all : 0;
    this.pairs = data.groups.filter((group) => group.length > 1).map((group) => [this.bits(group), group]);
    this.lifting = data.unless === undefined ? -1 : indexOf(data.unless[0]);
  }

  private bits(names: readonly string[]): number {
    return names.reduce((bits, name) => bits | (1 << this.indexOf(name)), 0);
  }

  /** Whether an object meets it; `present` are the fields that it has. */
  isMet(present: number, values: readonly unknown[]): boolean {
    if ((present & this.all) === 0) return this.isLifted(values);
    for (const [bits] of this.pairs) if ((present & bits) !== 0 && (present & bits) !== bits) return false;
    return true;
  }

  private isLifted(values: readonly unknown[]): boolean {
    const { unless } = this.data;
    return unless !== undefined && values[this.lifting] === unless[1];
  }

  report(members: Members, report: Report, place: Place | undefined, label: string): void {
    const { groups } = this.data;
    if ((members.present & this.all) === 0 && !this.isLifted(members.values)) {
      const none = groups.length > 1 ? "neither" : "none";
      report.error("missing-field", place, `${subject(place, label)} needs ${needed(this.data)}, got ${none}`);
    }
    for (const [bits, names] of this.pairs) {
      const present = members.present & bits;
      if (present !== 0 && present !== bits) this.reportPair(names, members, report, place);
    }
  }

  private reportPair(group: readonly string[], members: Members, report: Report, place: Place | undefined): void {
    const present = group.filter((name) => (members.present & this.bits([name])) !== 0);
    report.error("incomplete-pair", place, `${listed(group)} must be sent together, got only ${listed(present)}`);
  }
}

/** All groups of fields that an object requires in a mode, except for its tag. */
export function requirementsOf(data: SpecData, mode: Mode): RequirementData[] {
  const own = (data.requirements ?? []).filter(({ modes }) => modes?.includes(mode) ?? true);
  const single = Object.entries(data.fields).filter(
    ([, { required, value }]) => value.is !== "tag" && (required === true || required?.includes(mode) === true),
  );
  return [...own, ...single.map(([name]) => ({ groups: [[name]] }))];
}

/** The required fields, as text for a message. */
export function needed({ groups, unless }: RequirementData): string {
  const whole = groups.map((group) => group.join(" with ")).join(", or ");
  return unless === undefined ? whole : `${whole} (unless ${unless[0]} is ${got(unless[1])})`;
}

/** Whether an object has no field of any group, although the requirement is not lifted. */
export function lacks(data: JsonMembers, { groups, unless }: RequirementData): boolean {
  if (unless !== undefined && own(data, unless[0]) === unless[1]) return false;
  return !groups.some((group) => group.some((name) => own(data, name) !== undefined));
}

/** The advice to have in one mode everything that another mode requires. */
export class Advice {
  private readonly needed: readonly RequirementData[];

  constructor(
    private readonly data: AlsoNeedsData,
    spec: SpecData,
    tagField: string,
  ) {
    const tag = spec.fields[tagField]?.required;
    const needsTag = tag === true || tag?.includes(data.like) === true;
    const asked = new Set(requirementsOf(spec, data.mode).map(needed));
    const others = requirementsOf(spec, data.like).filter((each) => !asked.has(needed(each)));
    this.needed = [...(needsTag ? [{ groups: [[tagField]] }] : []), ...others];
  }

  report(value: JsonMembers, report: Report, place: Place): void {
    const lacking = this.needed.filter((each) => lacks(value, each));
    if (lacking.length === 0) return;
    const slots = { name: subject(place), lacking: listed(lacking.map(needed)) };
    report.warning(this.data.rule.id, place, fill(this.data.rule.message, slots));
  }
}
