/** The options of the checks. Mistakes in them are mistakes of the caller, which no check swallows. */

import { RULE_IDS, type ActivityType, type RuleId } from "./generated/vocabulary.js";

/** What `isValid` may be told. */
export interface ValidOptions {
  /** The type of the existing activity. A payload is then checked by the rules of this type. */
  readonly activityType?: ActivityType | undefined;
}

/** What `check` may be told if the type of the activity is known already. */
export interface EnableOptions {
  /** Rules to apply that are off by default: `inert-field` and `legacy-operation`. */
  readonly enable?: readonly RuleId[] | undefined;
}

/** What `check` may be told. */
export interface CheckOptions extends ValidOptions, EnableOptions {}

/** Options that were given, or none; it throws a `TypeError` if they are no object, or if one of them has no such name. */
export function optionsOf(given: CheckOptions | undefined, names: readonly string[]): CheckOptions {
  if (given === undefined) return {};
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new TypeError(`options must be an object, got ${given === null ? "null" : String(given)}`);
  }
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw new TypeError(`there is no option ${name}; there is ${names.join(" and ")}`);
  }
  return given;
}

/** The type of the existing activity, if it is one of these. */
export function knownType(activityType: unknown, types: readonly string[]): string | undefined {
  if (activityType === undefined) return undefined;
  if (typeof activityType === "string" && types.includes(activityType)) return activityType;
  throw new TypeError(`activityType must be one of ${types.join(", ")}, got ${String(activityType)}`);
}

/** The rules to apply that are off by default. */
export function enabledRules(enable: unknown): ReadonlySet<string> {
  if (enable === undefined) return new Set();
  if (!Array.isArray(enable)) throw new TypeError(`enable must be a list of ids of rules, got ${String(enable)}`);
  for (const id of enable as readonly unknown[]) {
    if (!(RULE_IDS as readonly unknown[]).includes(id)) throw new TypeError(`there is no rule ${String(id)} to enable`);
  }
  return new Set(enable as readonly string[]);
}
