// These literals compile, except for the line after each @ts-expect-error, which must not compile.
import type { EndStreamRequest, StartRequest, StreamRequest, UpdateRequest } from "./types";

export const progress: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progress", percentage: 4 } };
export const alert: StreamRequest = { content_state: { title: "t", type: "alert", message: "m" } };
export const timer: StartRequest = { content_state: { title: "t", type: "timer", duration_seconds: 60 } };
export const nothing: EndStreamRequest = {};

// @ts-expect-error unknown-type
export const b1: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progres", percentage: 4 } };
// @ts-expect-error missing-field
export const b2: StreamRequest = { content_state: { title: "t", type: "alert" } };
// @ts-expect-error foreign-field
export const b3: StreamRequest = { content_state: { title: "t", type: "alert", message: "m", percentage: 4 } };
// @ts-expect-error second-button
export const b4: StartRequest = { content_state: { title: "t", type: "timer", duration_seconds: 6 }, secondary_action: { title: "t", type: "open_url", url: "https://a.b" } };
// @ts-expect-error typo
export const b5: UpdateRequest = { activity_id: "a", content_state: { title: "t", type: "progress", percentage: 4, subtitel: "s" } };
// @ts-expect-error wrong-type
export const b6: UpdateRequest = { activity_id: 7, content_state: { title: "t", type: "progress", percentage: 4 } };
