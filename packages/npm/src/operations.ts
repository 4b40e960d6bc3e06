/** One schema for each operation. A bundler leaves out those that are not imported. */

import { END, END_STREAM, START, STREAM, UPDATE } from "./generated/contract.js";
import type * as Accepted from "./generated/accepted.js";
import type { Requests } from "./generated/types.js";
import { schemaOf, type Schema } from "./schema.js";

/** Start an activity: `POST /live-activity/start`. */
export const start: Schema<Requests["start"], Accepted.Requests["start"]> = /* @__PURE__ */ schemaOf(START);

/** Update an activity: `POST /live-activity/update`. */
export const update: Schema<Requests["update"], Accepted.Requests["update"]> = /* @__PURE__ */ schemaOf(UPDATE);

/** End an activity: `POST /live-activity/end`. */
export const end: Schema<Requests["end"], Accepted.Requests["end"]> = /* @__PURE__ */ schemaOf(END);

/** Start or update a managed stream: `PUT /live-activity/stream/{stream_key}`. */
export const stream: Schema<Requests["stream"], Accepted.Requests["stream"]> = /* @__PURE__ */ schemaOf(STREAM);

/** End a managed stream: `DELETE /live-activity/stream/{stream_key}`. For a request without a body, pass `{}`. */
export const endStream: Schema<Requests["end_stream"], Accepted.Requests["end_stream"]> =
  /* @__PURE__ */ schemaOf(END_STREAM);
