/** Objects of one of several classes, which a tag identifies. */

import type { FieldData, Mode, UnionData } from "./declarations.js";
import type { Spec } from "./objects.js";
import { isObject, own, type JsonMembers } from "./plain.js";
import { at, type Constraint, type Place, type Report } from "./report.js";
import { Advice } from "./requirements.js";
import { reportType } from "./scalars.js";
import { got, listed, oneOf, subject } from "./wording.js";

/** Find, for each field that only some classes of a union have, these classes: the field of each, by tag. */
export function ownersIn(union: UnionData): Map<string, Map<string, FieldData>> {
  const owners = new Map<string, Map<string, FieldData>>();
  for (const spec of union.specs) {
    for (const [name, field] of Object.entries(spec.fields)) {
      const of = owners.get(name) ?? new Map<string, FieldData>();
      owners.set(name, of.set(tagOf(spec.fields, union.tag), field));
    }
  }
  for (const [name, of] of owners) if (of.size === union.specs.length) owners.delete(name);
  return owners;
}

export function tagOf(fields: Readonly<Record<string, FieldData>>, tagField: string): string {
  const value = fields[tagField]?.value;
  return value?.is === "tag" ? value.tag : "";
}

function adviceFor({ data }: Spec, mode: Mode, tag: string): Advice[] {
  return (data.alsoNeeds ?? []).filter((each) => each.mode === mode).map((each) => new Advice(each, data, tag));
}

/** An object of one of several classes, which its tag identifies. */
export class TaggedUnion implements Constraint {
  readonly expected = "an object";
  /** Whether the tag is required. */
  readonly tagNeeded: boolean;
  private readonly names: ReadonlySet<string>;
  private readonly advice: ReadonlyMap<Spec, readonly Advice[]>;

  /**
   * @param data The declaration.
   * @param specs The classes by tag.
   * @param shared What can be checked if the tag is not known.
   * @param mode The mode, in which the tag of an inferred union may be required.
   */
  constructor(
    readonly data: UnionData,
    readonly specs: ReadonlyMap<string, Spec>,
    private readonly shared: Spec,
    private readonly mode: Mode,
  ) {
    this.names = new Set(data.specs.flatMap((spec) => Object.keys(spec.fields)));
    this.advice = new Map([...specs.values()].map((spec) => [spec, adviceFor(spec, mode, data.tag)]));
    const required = data.specs[0]?.fields[data.tag]?.required;
    this.tagNeeded = data.inferred !== true || required === true || required?.includes(mode) === true;
  }

  /** The tag of an object if there is a class that it identifies. */
  selected(value: JsonMembers): string | undefined {
    const tag = own(value, this.data.tag);
    return typeof tag === "string" && this.specs.has(tag) ? tag : undefined;
  }

  accepts(value: unknown, tag: string | undefined): boolean {
    if (!isObject(value)) return false;
    const { inferred, tag: name } = this.data;
    const spec = this.specs.get((inferred === true ? tag : this.selected(value)) ?? "");
    if (spec === undefined || (inferred === true && this.tagNeeded && own(value, name) === undefined)) return false;
    return spec.acceptsMembers(value, tag);
  }

  report(value: unknown, report: Report, up: Place | undefined, key: string | number): void {
    const place = at(up, key);
    if (!isObject(value)) return reportType(this.expected, value, report, place);
    const tag = this.data.inferred === true ? report.tag : this.selected(value);
    const spec = tag === undefined ? undefined : this.specs.get(tag);
    if (spec === undefined) return this.reportUntagged(value, report, place);
    const { tag: name } = this.data;
    if (this.tagNeeded && own(value, name) === undefined) {
      const message = `${subject(place)} needs a ${name} on ${this.mode}, got none`;
      report.error("missing-type", place, message);
    }
    spec.reportMembers(value, report, place);
    for (const each of this.advice.get(spec) ?? []) each.report(value, report, place);
  }

  /** Report a missing or invalid tag, and the problems of the fields that all classes share. */
  private reportUntagged(value: JsonMembers, report: Report, place: Place): void {
    const { tag: name } = this.data;
    const tag = own(value, name);
    const tags = [...this.specs.keys()];
    if (tag === undefined) {
      report.error("missing-type", place, `${subject(place)} needs a ${name} (${listed(tags, "or")}), got none`);
    } else {
      const message = `${name} must be ${oneOf(tags)}, got ${got(tag)}`;
      report.error(tag === null ? "null-value" : "unknown-type", at(place, name), message);
    }
    const isShared = (key: string) => this.data.shared.includes(key) || !this.names.has(key);
    this.shared.reportMembers(value, report, place, (key) => !isShared(key));
  }
}
