/** The interface of Standard Schema, version 1: https://standardschema.dev */

/** A schema that libraries such as tRPC and Hono take. */
export interface StandardSchema<Input, Output> {
  readonly "~standard": StandardProps<Input, Output>;
}

export interface StandardProps<Input, Output> {
  readonly version: 1;
  readonly vendor: "liveschema";
  readonly validate: (value: unknown) => StandardResult<Output>;
  /** Only for type checkers: what is given, and what comes out. There is no such property. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}
