/** The form of the declarations, which `tools/emit.py` writes to `generated/contract.ts` from the Python contract. */

/** An operation, that is, the kind of request that a payload is sent with. */
export type Mode = string;

/** A rule with a message of its own; the slots of the message are filled by its test. */
export interface RuleData {
  readonly id: string;
  readonly warns?: true;
  readonly message: string;
}

/** A test on one value, and the rule that a value breaks that fails it. */
export interface ValueRuleData {
  readonly rule: RuleData;
  readonly test:
    | { readonly is: "not-blank"; readonly orEmpty: boolean }
    | { readonly is: "not-equal"; readonly text: string }
    | { readonly is: "at-most"; readonly most: number }
    | { readonly is: "matches"; readonly pattern: RegExp; readonly onlyIf?: RegExp };
}

export interface TextData {
  readonly is: "text";
  readonly min?: number;
  readonly max?: number;
  readonly rules?: readonly ValueRuleData[];
}

export interface NumberData {
  readonly is: "number";
  readonly whole?: true;
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
}

export interface BooleanData {
  readonly is: "boolean";
}

export interface NameData {
  readonly is: "name";
  readonly names: Readonly<Record<string, string>>;
  readonly rule: string;
}

export interface UrlData {
  readonly is: "url";
  readonly label: string;
  readonly start: RegExp;
  readonly rules?: readonly ValueRuleData[];
}

/** The tag of one class of a union; `names` has those of all classes. */
export interface TagData {
  readonly is: "tag";
  readonly tag: string;
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface ListData {
  readonly is: "list";
  readonly item: ValueData;
  readonly label: string;
  readonly min?: number;
  readonly max?: number;
  readonly rules?: readonly ValueRuleData[];
}

export interface EitherData {
  readonly is: "either";
  readonly options: readonly (TextData | NumberData | BooleanData)[];
}

export interface MapData {
  readonly is: "map";
  readonly key: TextData;
  readonly value: EitherData;
  readonly max: number;
  readonly maxBytes: number;
  readonly sizeRule: string;
}

export interface JsonData {
  readonly is: "json";
}

export interface ObjectValueData {
  readonly is: "object";
  readonly spec: SpecData;
}

export interface UnionData {
  readonly is: "union";
  readonly label: string;
  readonly plural: string;
  readonly tag: string;
  readonly specs: readonly SpecData[];
  /** The fields that all classes have, with the same constraint. */
  readonly shared: readonly string[];
  /** Whether the tag may be missing, because the service knows the type of the activity. */
  readonly inferred?: true;
}

export type ValueData =
  | TextData
  | NumberData
  | BooleanData
  | NameData
  | UrlData
  | TagData
  | ListData
  | EitherData
  | MapData
  | JsonData
  | ObjectValueData
  | UnionData;

/** One field of an object. What is not said is: allowed everywhere, required nowhere. */
export interface FieldData {
  readonly value: ValueData;
  /** The modes that require it; `true` for all. */
  readonly required?: true | readonly Mode[];
  /** The modes that allow it. */
  readonly allowed?: readonly Mode[];
  /** The types of activity beside which it is allowed. */
  readonly beside?: readonly string[];
  /** The value that objects without the field accept, since an official SDK adds it; null for one's own field, too. */
  readonly tolerated?: string | boolean | null;
}

/** The requirement of at least one of several groups of fields, each of which must be complete. */
export interface RequirementData {
  readonly groups: readonly (readonly string[])[];
  readonly unless?: readonly [name: string, value: unknown];
  readonly modes?: readonly Mode[];
}

/** A test on several fields of an object. */
export type TestData =
  | { readonly is: "not-more"; readonly first: string; readonly second: string }
  | { readonly is: "length-equals"; readonly items: string; readonly count: string }
  | { readonly is: "max-items"; readonly items: string; readonly most: number }
  | { readonly is: "unique-items"; readonly items: string; readonly key: string }
  | { readonly is: "no-text"; readonly items: string; readonly key: string }
  | { readonly is: "same-items"; readonly first: string; readonly second: string; readonly inner: string }
  | {
      readonly is: "not-together";
      readonly first: string;
      readonly second: string;
      readonly at: string;
      readonly onlyIf?: readonly [name: string, value: string];
    }
  | { readonly is: "requires"; readonly field: string; readonly other: string }
  | { readonly is: "absent"; readonly names: readonly string[] }
  | { readonly is: "compact-size"; readonly field: string; readonly others: readonly string[]; readonly most: number };

export interface CrossFieldRuleData {
  readonly rule: RuleData;
  readonly test: TestData;
  readonly modes?: readonly Mode[];
}

/** The advice to have in one mode everything that another mode requires. */
export interface AlsoNeedsData {
  readonly mode: Mode;
  readonly like: Mode;
  readonly rule: RuleData;
}

export interface SpecData {
  readonly label: string;
  readonly fields: Readonly<Record<string, FieldData>>;
  readonly requirements?: readonly RequirementData[];
  readonly rules?: readonly CrossFieldRuleData[];
  readonly alsoNeeds?: readonly AlsoNeedsData[];
  /** For fields that the object does not have: the place in which they belong. */
  readonly placements?: Readonly<Record<string, string>>;
}

/** The payloads of one operation. */
export interface OperationData {
  readonly mode: Mode;
  readonly request: SpecData;
  /** The operations that have each field of a request. */
  readonly requestFields: Readonly<Record<string, readonly Mode[]>>;
  /** A rule that is off by default, and that every payload of the operation breaks. */
  readonly modeRule?: RuleData;
}
