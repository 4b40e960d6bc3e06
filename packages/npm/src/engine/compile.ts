/** From declarations to constraints for one mode. */

import type { FieldData, Mode, OperationData, SpecData, UnionData, ValueData } from "./declarations.js";
import { Either, FreeObject, ListOf, MapOf } from "./containers.js";
import { ofOtherModes, ofOtherTags, Spec, type Membership, type Placement } from "./objects.js";
import type { Constraint } from "./report.js";
import { Name, NumberWithin, Tag, Text, TrueOrFalse, Url } from "./scalars.js";
import { ownersIn, tagOf, TaggedUnion } from "./unions.js";

/** The requests of an operation, and the union in them whose tag may be left out. */
export interface Compiled {
  readonly request: Spec;
  readonly field: string;
  readonly union: TaggedUnion;
  readonly owners: ReadonlyMap<string, ReadonlyMap<string, FieldData>>;
}

export function compile(operation: OperationData): Compiled {
  return new Compiler(operation).compiled();
}

class Compiler {
  /** Each declaration becomes one constraint, wherever it is used. */
  private readonly made = new Map<ValueData, Constraint>();
  private readonly mode: Mode;

  constructor(private readonly operation: OperationData) {
    this.mode = operation.mode;
  }

  compiled(): Compiled {
    const { request } = this.operation;
    for (const [field, { value }] of Object.entries(request.fields)) {
      if (value.is === "union" && value.inferred === true) {
        const union = this.union(value);
        this.made.set(value, union);
        const spec = new Spec(request, this.mode, this.fieldsOf(request), this.inRequest(field, value));
        return { request: spec, field, union, owners: ownersIn(value) };
      }
    }
    throw new Error(`${this.mode} has no state`);
  }

  private fieldsOf(data: SpecData): Map<string, Constraint> {
    return new Map(Object.entries(data.fields).map(([name, { value }]) => [name, this.constraint(value)]));
  }

  private constraint(data: ValueData): Constraint {
    const known = this.made.get(data);
    if (known !== undefined) return known;
    const made = this.make(data);
    this.made.set(data, made);
    return made;
  }

  private make(data: ValueData): Constraint {
    switch (data.is) {
      case "text":
        return new Text(data);
      case "number":
        return new NumberWithin(data);
      case "boolean":
        return new TrueOrFalse();
      case "name":
        return new Name(data);
      case "url":
        return new Url(data);
      case "tag":
        return new Tag(data);
      case "list":
        return new ListOf(data, this.constraint(data.item));
      case "either":
        return new Either(data.options.map((each) => [each.is === "text" ? "string" : each.is, this.constraint(each)]));
      case "map":
        return new MapOf(data, new Text(data.key), this.constraint(data.value));
      case "json":
        return new FreeObject();
      case "object":
        return new Spec(data.spec, this.mode, this.fieldsOf(data.spec));
      case "union":
        return this.union(data);
    }
  }

  private union(data: UnionData): TaggedUnion {
    const owners = ownersIn(data);
    const specs = data.specs.map((spec): [string, Spec] => {
      const tag = tagOf(spec.fields, data.tag);
      const membership: Membership = { tag, foreign: foreignOf(spec, owners) };
      const placement = this.inUnion(data, owners);
      return [tag, new Spec(spec, this.mode, this.fieldsOf(spec), placement, membership)];
    });
    const first = data.specs[0] as SpecData;
    const fields = Object.fromEntries(data.shared.map((name) => [name, first.fields[name] as FieldData]));
    const common: SpecData = { label: first.label, fields };
    const shared = new Spec(common, this.mode, this.fieldsOf(common), this.inUnion(data, new Map()));
    return new TaggedUnion(data, new Map(specs), shared, this.mode);
  }

  /** Where a field belongs that a class of a union does not have: to other classes, or to the request. */
  private inUnion(data: UnionData, owners: ReadonlyMap<string, ReadonlyMap<string, FieldData>>): Placement {
    const modes = new Set(Object.keys(this.operation.requestFields));
    return (name, here, tag) => {
      const of = owners.get(name);
      if (of !== undefined) return ofOtherTags(name, [...of.keys()], data.plural, tag);
      if (data.inferred !== true || !modes.has(name)) return undefined;
      return belongsIn(name, this.operation.request.label, here);
    };
  }

  /** Where a field belongs that the request does not have: to other operations, to the state, or elsewhere. */
  private inRequest(field: string, union: UnionData): Placement {
    const { request, requestFields } = this.operation;
    const inState = new Set(union.specs.flatMap((spec) => Object.keys(spec.fields)));
    const elsewhere = new Map(Object.entries(request.placements ?? {}));
    const modes = new Map(Object.entries(requestFields));
    return (name, here) => {
      const place = elsewhere.get(name);
      if (place !== undefined) return belongsIn(name, place, here);
      const others = modes.get(name);
      if (others !== undefined) return ofOtherModes(name, others, this.mode);
      return inState.has(name) ? belongsIn(name, field, here) : undefined;
    };
  }
}

function belongsIn(name: string, where: string, here: string): string {
  return `${name} belongs in ${where}, got it in ${here}`;
}

/** The fields of other classes of a union of which a class tolerates a value. */
function foreignOf(
  spec: SpecData,
  owners: ReadonlyMap<string, ReadonlyMap<string, FieldData>>,
): Map<string, FieldData["tolerated"]> {
  const found = new Map<string, FieldData["tolerated"]>();
  for (const [name, of] of owners) {
    const [field] = of.values();
    if (!(name in spec.fields) && field?.tolerated !== undefined) found.set(name, field.tolerated);
  }
  return found;
}
