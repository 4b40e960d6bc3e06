import type { OperationData } from "./engine/declarations.js";
import { isError, Reader } from "./engine/read.js";
import type { ActivityType, RuleId } from "./generated/vocabulary.js";
import {
  enabledRules,
  knownType,
  optionsOf,
  type CheckOptions,
  type EnableOptions,
  type ValidOptions,
} from "./options.js";
import type { Problem } from "./problem.js";
import type { StandardProps, StandardResult, StandardSchema } from "./standard.js";
import { withoutPlaces } from "./without.js";

/** The payloads of one operation for an existing activity of a type. It is a Standard Schema itself. */
export interface TypedSchema<Request, Accepted> extends StandardSchema<Request, Request> {
  /** Find every problem of a payload, errors and warnings, in document order. It never throws because of a payload. */
  check(payload: unknown, options?: EnableOptions): Problem[];
  /** Whether a payload has no error; it may have warnings. It never throws because of a payload. */
  isValid(payload: unknown): payload is Accepted;
}

/**
 * The payloads of one operation. It is a Standard Schema itself.
 *
 * `Request` is what to send. `Accepted` has also what official SDKs add to it without effect, such as `icon: null`.
 */
export interface Schema<Request, Accepted> extends StandardSchema<Request, Request> {
  /** Find every problem of a payload, errors and warnings, in document order. It never throws because of a payload. */
  check(payload: unknown, options?: CheckOptions): Problem[];
  /** Whether a payload has no error; it may have warnings. It never throws because of a payload. */
  isValid(payload: unknown, options?: ValidOptions): payload is Accepted;
  /** The payloads that are for an existing activity of a type. */
  forType(activityType: ActivityType): TypedSchema<Request, Accepted>;
}

const INERT_FIELD: ReadonlySet<string> = new Set<RuleId>(["inert-field"]);
const OPTIONS = ["activityType", "enable"];

/** Create the schema of an operation from its declaration. */
export function schemaOf<Request, Accepted>(operation: OperationData): Schema<Request, Accepted> {
  const reader = new Reader(operation);

  function check(payload: unknown, activityType: unknown, enable: unknown): Problem[] {
    return reader.problems(payload, knownType(activityType, reader.tags), enabledRules(enable));
  }

  /** What Standard Schema asks for. What an official SDK adds without effect is left out of the value. */
  function standard(activityType?: string): StandardProps<Request, Request> {
    return {
      version: 1,
      vendor: "liveschema",
      validate(value): StandardResult<Request> {
        const problems = reader.problems(value, activityType, INERT_FIELD);
        const issues = problems.filter(isError).map(({ message, path }) => ({ message, path }));
        if (issues.length > 0) return { issues };
        const inert = problems.filter(({ rule }) => rule === "inert-field").map(({ path }) => path);
        try {
          return { value: withoutPlaces(value, inert) as Request };
        } catch {
          // A getter or a proxy of the payload let itself be read before, but not now.
          return { issues: reader.unreadable().map(({ message, path }) => ({ message, path })) };
        }
      },
    };
  }

  function forType(given: ActivityType): TypedSchema<Request, Accepted> {
    const activityType = knownType(given, reader.tags);
    return {
      check: (payload, options) => check(payload, activityType, optionsOf(options, ["enable"]).enable),
      isValid: (payload): payload is Accepted => reader.isValid(payload, activityType),
      "~standard": standard(activityType),
    };
  }

  return {
    check(payload, options) {
      const { activityType, enable } = optionsOf(options, OPTIONS);
      return check(payload, activityType, enable);
    },
    isValid(payload, options): payload is Accepted {
      const { activityType, enable } = optionsOf(options, OPTIONS);
      enabledRules(enable);
      return reader.isValid(payload, knownType(activityType, reader.tags));
    },
    forType,
    "~standard": standard(),
  };
}
