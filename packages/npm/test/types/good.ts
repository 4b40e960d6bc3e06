// What senders write, and what the types must take.

import type { StandardSchemaV1 } from "@standard-schema/spec";
import {
  type Accepted,
  type Action,
  ActivityType,
  check,
  Color,
  type CountdownTimer,
  end,
  type EndRequest,
  type EndState,
  endStream,
  type EndStreamRequest,
  type EndStreamState,
  isValid,
  type PercentageProgress,
  type Problem,
  type RuleId,
  start,
  type StartRequest,
  type StartState,
  type StopwatchTimer,
  stream,
  type StreamRequest,
  type StreamState,
  update,
  type UpdateAlert,
  type UpdateProgress,
  type UpdateRequest,
  type UpdateState,
  type ValueProgress,
} from "liveschema";

const action: Action = {
  type: "webhook",
  title: "Run",
  url: "https://example.com/run",
  method: "POST",
  body: { run: 7 },
};

const steps: StartRequest = {
  content_state: {
    title: "Release",
    type: ActivityType.SEGMENTED_PROGRESS,
    number_of_steps: 4,
    current_step: 2,
    step_colors: [Color.LIME, "green"],
    badge: { title: "NEW" },
  },
  action,
  secondary_action: { type: "open_url", title: "Open", url: "https://example.com/" },
  metadata: { host: "web-1", attempt: 2, urgent: true },
};

const byPercentage: StartRequest = { content_state: { title: "Backup", type: "progress", percentage: 42 } };
const byValue: StartRequest = { content_state: { title: "Backup", type: "progress", value: 3, upper_limit: 7 } };
const byBoth: UpdateRequest = {
  activity_id: "act_1",
  content_state: { title: "Backup", percentage: 42, value: 3, upper_limit: 7 },
};
const down: StartRequest = { content_state: { title: "Tea", type: "timer", duration_seconds: 180 } };
const up: StartRequest = { content_state: { title: "Run", type: "timer", counts_down: false } };
const paused: UpdateRequest = { activity_id: "act_1", content_state: { title: "Tea", is_running: false } };
const fixed: EndRequest = {
  activity_id: "act_1",
  content_state: { title: "Done", message: "All good", auto_dismiss_minutes: 1 },
};
const streamed: StreamRequest = {
  content_state: { title: "CPU", type: "stats", metrics: [{ label: "CPU", value: 27 }] },
};
const gone: EndStreamRequest = {};
const frozen = {
  content_state: { title: "CPU", metrics: [{ label: "CPU", value: "27 %" }] },
  channels: ["ops"],
} as const;
const readonly: StreamRequest = frozen;

export function title(payload: unknown): string {
  if (update.isValid(payload)) return payload.activity_id + payload.content_state.title;
  if (isValid(payload, "end_stream")) return payload.content_state?.title ?? "";
  if (start.isValid(payload) && payload.content_state.type === "metrics") {
    const { metrics } = payload.content_state;
    return metrics.map(({ label }) => label).join();
  }
  return "";
}

/** What the guard lets through may have what an SDK adds. */
export function symbol(payload: unknown): string {
  if (!stream.isValid(payload)) return "";
  const icon: { symbol: string } | null | undefined = payload.content_state.icon;
  return icon?.symbol ?? "";
}

export const accepted: Accepted.UpdateRequest = {
  activity_id: "a",
  content_state: { title: "x", percentage: 1, icon: null },
};
export const wider: Accepted.UpdateRequest = byBoth;

/** A state of any type goes into a request of its operation, which then has no second button. */
export const sent = {
  start: (state: StartState): StartRequest => ({ content_state: state, action }),
  update: (state: UpdateState): UpdateRequest => ({ activity_id: "act_1", content_state: state, action }),
  end: (state: EndState): EndRequest => ({ activity_id: "act_1", content_state: state, action }),
  stream: (state: StreamState): StreamRequest => ({ content_state: state, action }),
  endStream: (state: EndStreamState | undefined): EndStreamRequest => ({ content_state: state, action }),
  accepted: {
    start: (state: Accepted.StartState): Accepted.StartRequest => ({ content_state: state }),
    update: (state: Accepted.UpdateState): Accepted.UpdateRequest => ({ activity_id: "act_1", content_state: state }),
    end: (state: Accepted.EndState): Accepted.EndRequest => ({ activity_id: "act_1", content_state: state }),
    stream: (state: Accepted.StreamState): Accepted.StreamRequest => ({ content_state: state }),
    endStream: (state: Accepted.EndStreamState): Accepted.EndStreamRequest => ({ content_state: state }),
  },
};

/** A state with room for a second button may have one, or not. */
export function buttoned(state: UpdateProgress | UpdateAlert, secondary: Action | undefined): UpdateRequest {
  return { activity_id: "act_1", content_state: state, action, secondary_action: secondary };
}

/** A direction that is known at run time goes with a duration. */
export function timer(counts_down: boolean): StartRequest {
  return { content_state: { title: "Tea", type: "timer", duration_seconds: 180, counts_down } };
}

/** What may be undefined counts as absent. */
export function titled(subtitle: string | undefined, color: Color | undefined): UpdateRequest {
  return { activity_id: "act_1", content_state: { title: "Backup", subtitle, color, message: undefined, percentage: 1 } };
}

/** The ways to meet a requirement have names. */
const percentage: PercentageProgress = { title: "Backup", percentage: 42 };
const value: ValueProgress = { title: "Backup", value: 3, upper_limit: 7 };
const countdown: CountdownTimer = { title: "Tea", duration_seconds: 180 };
const stopwatch: StopwatchTimer = { title: "Run", counts_down: false };
export const forms: StartState[] = [
  { ...percentage, type: "progress" },
  { ...value, type: "progress" },
  { ...countdown, type: "timer" },
  { ...stopwatch, type: "timer" },
];

const problems: Problem[] = check(steps, "start", { activityType: "segmented_progress", enable: ["legacy-operation"] });
const rules: RuleId[] = problems.map((problem) => problem.rule);
const places: string[] = problems.map(({ pointer }) => pointer);

export const schema: StandardSchemaV1<UpdateRequest, UpdateRequest> = update;
type Output = StandardSchemaV1.InferOutput<typeof endStream>;
export const output: Output = gone;
export const typed: StandardSchemaV1<EndRequest> = end.forType("alert");

/** A schema for one type of activity is a guard, too. */
export function alertTitle(payload: unknown): string {
  const alerts = end.forType("alert");
  const found: Problem[] = alerts.check(payload, { enable: ["inert-field"] });
  return alerts.isValid(payload) ? payload.content_state.title : `${found.length} problems`;
}

export default [byPercentage, byValue, byBoth, down, up, paused, fixed, streamed, readonly, rules, places];
