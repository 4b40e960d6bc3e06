import type { OperationData } from "./engine/declarations.js";
import { isError, Reader } from "./engine/read.js";
import type { ActivityType, RuleId } from "./generated/vocabulary.js";
import type { Problem } from "./problem.js";
import type { StandardProps, StandardSchema } from "./standard.js";
import { withoutPlaces } from "./without.js";

/** What `isValid` may be told. */
export interface ValidOptions {
  /** The type of the existing activity. A payload is then checked by the rules of this type. */
  readonly activityType?: ActivityType | undefined;
}

/** What `check` may be told. */
export interface CheckOptions extends ValidOptions {
  /** Rules to apply that are off by default: `inert-field` and `legacy-operation`. */
  readonly enable?: readonly RuleId[] | undefined;
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
  forType(activityType: ActivityType): StandardSchema<Request, Request>;
}

const INERT_FIELD: ReadonlySet<string> = new Set<RuleId>(["inert-field"]);

/** Create the schema of an operation from its declaration. */
export function schemaOf<Request, Accepted>(operation: OperationData): Schema<Request, Accepted> {
  const reader = new Reader(operation);

  function known({ activityType }: ValidOptions = {}): string | undefined {
    if (activityType !== undefined && !reader.tags.includes(activityType)) {
      throw new TypeError(`activityType must be one of ${reader.tags.join(", ")}, got ${String(activityType)}`);
    }
    return activityType;
  }

  /** What Standard Schema asks for. What an official SDK adds without effect is left out of the value. */
  function standard(activityType?: ActivityType): StandardProps<Request, Request> {
    return {
      version: 1,
      vendor: "liveschema",
      validate(value) {
        const problems = reader.problems(value, activityType, INERT_FIELD);
        const issues = problems.filter(isError).map(({ message, path }) => ({ message, path }));
        if (issues.length > 0) return { issues };
        const inert = problems.filter(({ rule }) => rule === "inert-field").map(({ path }) => path);
        return { value: withoutPlaces(value, inert) as Request };
      },
    };
  }

  return {
    check: (payload, options) => reader.problems(payload, known(options), new Set(options?.enable)),
    isValid: (payload, options): payload is Accepted => reader.isValid(payload, known(options)),
    forType: (activityType) => ({ "~standard": standard(known({ activityType }) as ActivityType) }),
    "~standard": standard(),
  };
}
