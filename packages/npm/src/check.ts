/** The checks by the name of the operation, for callers that know it only at run time. */

import type * as Accepted from "./generated/accepted.js";
import type { Requests } from "./generated/types.js";
import type { Operation } from "./generated/vocabulary.js";
import { end, endStream, start, stream, update } from "./operations.js";
import type { CheckOptions, ValidOptions } from "./options.js";
import type { Problem } from "./problem.js";
import type { Schema } from "./schema.js";

const SCHEMAS: { readonly [Name in Operation]: Schema<Requests[Name], Accepted.Requests[Name]> } = {
  start,
  update,
  end,
  stream,
  end_stream: endStream,
};

/**
 * Find every problem of a payload, errors and warnings, in document order.
 *
 * It never throws because of a payload; it throws a `TypeError` if the operation or an option does not exist.
 */
export function check(payload: unknown, operation: Operation, options?: CheckOptions): Problem[] {
  return schemaFor(operation).check(payload, options);
}

/** Whether a payload has no error; it may have warnings. It throws as `check` does. */
export function isValid<Name extends Operation>(
  payload: unknown,
  operation: Name,
  options?: ValidOptions,
): payload is Accepted.Requests[Name] {
  return schemaFor(operation).isValid(payload, options);
}

function schemaFor(operation: Operation): Schema<Requests[Operation], Accepted.Requests[Operation]> {
  if (!Object.keys(SCHEMAS).includes(operation)) {
    throw new TypeError(`operation must be one of ${Object.keys(SCHEMAS).join(", ")}, got ${String(operation)}`);
  }
  return SCHEMAS[operation];
}
