// Literals of requests. The line after each @ts-expect-error is a mistake, which the word after it names. It must not
// compile, except for the mistakes in LET_THROUGH of _typescript.py, which the types of a generator cannot express.
import type { EndRequest, EndStreamRequest, StartRequest, StreamRequest, UpdateRequest } from "./types";

export const progress: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progress", percentage: 4 } };
export const value: EndRequest = { activity_id: "a", content_state: { title: "t", type: "progress", value: 3, upper_limit: 9 } };
export const both: StreamRequest = { content_state: { title: "t", type: "progress", percentage: 4, value: 3, upper_limit: 9 } };
export const steps: StartRequest = { content_state: { title: "t", type: "segmented_progress", number_of_steps: 3, current_step: 1 } };
export const alert: StreamRequest = { content_state: { title: "t", type: "alert", message: "m", color: "red" } };
export const timer: StartRequest = { content_state: { title: "t", type: "timer", duration_seconds: 60 } };
export const stopwatch: StartRequest = { content_state: { title: "t", type: "timer", counts_down: false } };
export const nothing: EndStreamRequest = {};

// @ts-expect-error unknown-type
export const m1: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progres", percentage: 4 } };
// @ts-expect-error unknown-color
export const m2: StreamRequest = { content_state: { title: "t", type: "alert", message: "m", color: "pink" } };
// @ts-expect-error unknown-method
export const m3: StreamRequest = { content_state: { title: "t", type: "alert", message: "m" }, action: { title: "t", type: "webhook", url: "https://a.b", method: "PUT" } };
// @ts-expect-error no-title
export const m4: StreamRequest = { content_state: { type: "alert", message: "m" } };
// @ts-expect-error no-message
export const m5: StreamRequest = { content_state: { title: "t", type: "alert" } };
// @ts-expect-error no-metrics
export const m6: EndRequest = { activity_id: "a", content_state: { title: "t", type: "metrics" } };
// @ts-expect-error no-activity-id
export const m7: UpdateRequest = { content_state: { title: "t", type: "progress", percentage: 4 } };
// @ts-expect-error no-progress
export const m8: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progress" } };
// @ts-expect-error value-without-limit
export const m9: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progress", value: 3 } };
// @ts-expect-error no-number-of-steps
export const m10: StartRequest = { content_state: { title: "t", type: "segmented_progress", current_step: 1 } };
// @ts-expect-error no-duration
export const m11: StartRequest = { content_state: { title: "t", type: "timer" } };
// @ts-expect-error no-type
export const m12: StartRequest = { content_state: { title: "t", message: "m" } };
// @ts-expect-error field-of-another-type
export const m13: StreamRequest = { content_state: { title: "t", type: "alert", message: "m", percentage: 4 } };
// @ts-expect-error badge-on-metrics
export const m14: StreamRequest = { content_state: { title: "t", type: "metrics", metrics: [{ label: "l", value: 1 }], badge: { title: "b" } } };
// @ts-expect-error field-of-another-operation
export const m15: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "value", value: 1, auto_dismiss_minutes: 3 } };
// @ts-expect-error alert-on-update
export const m16: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "value", value: 1 }, alert: { title: "t" } };
// @ts-expect-error typo-in-state
export const m17: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progress", percentage: 4, subtitel: "s" } };
// @ts-expect-error typo-in-icon
export const m18: StreamRequest = { content_state: { title: "t", type: "alert", message: "m", icon: { symbol: "bolt", colour: "red" } } };
// @ts-expect-error wrong-type
export const m19: UpdateRequest = { activity_id: 7, content_state: { title: "t", type: "progress", percentage: 4 } };
// @ts-expect-error number-in-quotes
export const m20: StreamRequest = { content_state: { title: "t", type: "progress", percentage: "4" } };
// @ts-expect-error null
export const m21: StreamRequest = { content_state: { title: "t", type: "alert", message: "m", subtitle: null } };
// @ts-expect-error second-button
export const m22: StartRequest = { content_state: { title: "t", type: "timer", duration_seconds: 6 }, secondary_action: { title: "t", type: "open_url", url: "https://a.b" } };
// @ts-expect-error percentage-past-100
export const m23: StreamRequest = { content_state: { title: "t", type: "progress", percentage: 150 } };
// @ts-expect-error no-host
export const m24: StreamRequest = { content_state: { title: "t", type: "alert", message: "m" }, action: { title: "t", type: "open_url", url: "a.b" } };
// @ts-expect-error empty-metrics
export const m25: StreamRequest = { content_state: { title: "t", type: "stats", metrics: [] } };
