export { check, isValid } from "./check.js";
export type * as Accepted from "./generated/accepted.js";
export type * from "./generated/types.js";
export { ActionType, ActivityType, Color, Operation, WebhookMethod, type RuleId } from "./generated/vocabulary.js";
export { end, endStream, start, stream, update } from "./operations.js";
export type { CheckOptions, EnableOptions, ValidOptions } from "./options.js";
export { toPointer, type Problem } from "./problem.js";
export type { Schema, TypedSchema } from "./schema.js";
export type { StandardIssue, StandardProps, StandardResult, StandardSchema } from "./standard.js";
