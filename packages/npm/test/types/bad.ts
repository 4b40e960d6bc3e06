// Mistakes that the types must find, one on each line after a comment that expects an error.

import {
  check,
  type EndRequest,
  type EndStreamRequest,
  type StartRequest,
  type StreamRequest,
  type StreamState,
  update,
  type UpdateRequest,
} from "liveschema";

const open = { type: "open_url", title: "Open", url: "https://example.com/" } as const;
const id = "act_1";

export const start: StartRequest[] = [
  // @ts-expect-error a start needs a state
  {},
  // @ts-expect-error a start needs a type
  { content_state: { title: "Backup", percentage: 42 } },
  // @ts-expect-error there is no such type
  { content_state: { title: "Backup", type: "clock" } },
  // @ts-expect-error a start needs the number of steps
  { content_state: { title: "Release", type: "segmented_progress", current_step: 1 } },
  // @ts-expect-error a timer that counts down needs a duration
  { content_state: { title: "Tea", type: "timer" } },
  // @ts-expect-error as above
  { content_state: { title: "Tea", type: "timer", counts_down: true } },
  // @ts-expect-error progress needs a percentage, or a value with its limit
  { content_state: { title: "Backup", type: "progress" } },
  // @ts-expect-error value and upper_limit go together
  { content_state: { title: "Backup", type: "progress", value: 3 } },
  // @ts-expect-error also beside a percentage
  { content_state: { title: "Backup", type: "progress", percentage: 42, upper_limit: 7 } },
  // @ts-expect-error an ended card is dismissed, not one that starts
  { content_state: { title: "Backup", type: "progress", percentage: 42, auto_dismiss_minutes: 3 } },
  // @ts-expect-error a start has no activity_id
  { activity_id: id, content_state: { title: "Backup", type: "progress", percentage: 42 } },
  // @ts-expect-error a timer has no badge
  { content_state: { title: "Tea", type: "timer", duration_seconds: 60, badge: { title: "NEW" } } },
  // @ts-expect-error a timer has no room for a second button
  { content_state: { title: "Tea", type: "timer", duration_seconds: 60 }, action: open, secondary_action: open },
];

/** A state that may be that of a timer goes with no second button. */
export function twoButtons(state: StreamState): StreamRequest {
  // @ts-expect-error a timer has no room for a second button
  return { content_state: state, action: open, secondary_action: open };
}

export const updates: UpdateRequest[] = [
  // @ts-expect-error an update needs the id of its activity
  { content_state: { title: "Backup", percentage: 42 } },
  // @ts-expect-error no type has both a percentage and a message
  { activity_id: id, content_state: { title: "Backup", percentage: 42, message: "x" } },
  // @ts-expect-error metrics have no room for a second button
  { activity_id: id, content_state: { title: "CPU", metrics: [{ label: "CPU", value: 1 }] }, secondary_action: open },
  // @ts-expect-error as above, with a type
  { activity_id: id, content_state: { title: "CPU", type: "stats", metrics: [] }, secondary_action: open },
  // @ts-expect-error there is no such colour
  { activity_id: id, content_state: { title: "Backup", percentage: 42, color: "pink" } },
  // @ts-expect-error null is never sent
  { activity_id: id, content_state: { title: "Backup", percentage: 42, icon: null } },
  // @ts-expect-error what an SDK adds is not what to send
  { activity_id: id, content_state: { title: "Backup", percentage: 42, counts_down: true } },
  // @ts-expect-error a number is no string
  { activity_id: id, content_state: { title: "Backup", percentage: "42" } },
  // @ts-expect-error metadata is flat
  { activity_id: id, content_state: { title: "Backup", percentage: 42 }, metadata: { host: { name: "web-1" } } },
  // @ts-expect-error an update has no alert
  { activity_id: id, content_state: { title: "Backup", percentage: 42 }, alert: { title: "x" } },
  // @ts-expect-error only a webhook has a body
  { activity_id: id, content_state: { title: "Backup", percentage: 42 }, action: { ...open, body: {} } },
];

// @ts-expect-error an end knows minutes only
export const end: EndRequest = { activity_id: id, content_state: { title: "x", message: "x", auto_dismiss_seconds: 3 } };
// @ts-expect-error the key of a stream is in the path
export const stream: StreamRequest = { stream_key: "web-1", content_state: { title: "x", message: "x" } };
// @ts-expect-error channels are for a stream that goes on
export const endStream: EndStreamRequest = { channels: ["ops"] };
// @ts-expect-error the type is said already
export const typedTwice = update.forType("timer").check({}, { activityType: "alert" });
// @ts-expect-error the name of the option in Python
export const optionOfPython = update.check({}, { activity_type: "timer" });
// @ts-expect-error rules are given in a list
export const noList = update.check({}, { enable: "inert-field" });
// @ts-expect-error there is no such operation
export const unknownOperation = check({}, "stop");
// @ts-expect-error there is no such type
export const unknownType = update.check({}, { activityType: "clock" });
// @ts-expect-error there is no such rule
export const unknownRule = update.check({}, { enable: ["no-such-rule"] });
