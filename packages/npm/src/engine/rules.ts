/** Rules on several fields of an object. */

import type { Mode, RuleData, SpecData, TestData } from "./declarations.js";
import type { Members } from "./objects.js";
import { at, type Place, type Report } from "./report.js";
import { findBreaches, groupsOf } from "./field-tests.js";
import { fill } from "./wording.js";

/** A rule on several fields, for one of the groups of fields that it applies to. */
export class ActiveRule {
  /** The fields that must be present and valid. */
  private readonly needed: number;
  /** The fields that must be valid if they are present. */
  private readonly others: number;

  constructor(
    readonly rule: RuleData,
    private readonly test: TestData,
    private readonly group: readonly string[],
    private readonly indexOf: (name: string) => number,
  ) {
    const bits = (names: readonly string[]) => names.reduce((all, name) => all | (1 << indexOf(name)), 0);
    this.needed = bits(group);
    this.others = test.is === "compact-size" ? bits(test.others) : 0;
  }

  /** Whether an object obeys it, all of whose fields are valid; `present` are those that it has. */
  isObeyed(present: number, values: readonly unknown[]): boolean {
    if ((present & this.needed) !== this.needed) return true;
    return findBreaches(this.test, this.group, (name) => values[this.indexOf(name)]).length === 0;
  }

  report(members: Members, report: Report, place: Place | undefined): void {
    const sound = members.present & ~members.broken;
    if ((sound & this.needed) !== this.needed || (members.broken & this.others) !== 0) return;
    const get = (name: string): unknown => members.values[this.indexOf(name)];
    for (const [path, slots] of findBreaches(this.test, this.group, get)) {
      const there = path.reduce<Place | undefined>(at, place);
      const message = fill(this.rule.message, slots);
      if (this.rule.warns === true) report.warning(this.rule.id, there, message);
      else report.error(this.rule.id, there, message);
    }
  }
}

/** The rules of an object that apply in a mode. */
export function activeRules(data: SpecData, mode: Mode, indexOf: (name: string) => number): ActiveRule[] {
  const rules = (data.rules ?? []).filter(({ modes }) => modes?.includes(mode) ?? true);
  return rules.flatMap(({ rule, test }) => groupsOf(test).map((group) => new ActiveRule(rule, test, group, indexOf)));
}
