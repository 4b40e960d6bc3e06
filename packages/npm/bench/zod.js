// The payloads of a start, written by hand for Zod as its documentation advises: strict objects and unions by type.
// It lacks what the package checks beyond types and bounds, such as sizes in bytes and rules over several fields.

import { z } from "zod";

const Color = z.enum(["lime", "green", "cyan", "blue", "purple", "magenta", "red", "orange", "yellow", "gray"]);
const Icon = z.strictObject({ symbol: z.string().min(1), color: Color.optional() });
const Badge = z.strictObject({ title: z.string().min(1), color: Color.optional() });
const Metric = z.strictObject({
  label: z.string().min(1),
  value: z.union([z.number().min(0), z.string().min(1).max(64)]),
  unit: z.string().optional(),
  color: Color.optional(),
});

const common = { title: z.string(), subtitle: z.string().optional(), color: Color.optional(), icon: Icon.nullish() };
const buttoned = { ...common, badge: Badge.nullish() };
const tolerated = { counts_down: z.literal(true).optional(), is_running: z.literal(true).optional() };

function state(type, fields) {
  return z.strictObject({ type: z.literal(type), ...tolerated, badge: z.null().optional(), ...fields });
}

const metrics = z.array(Metric).min(1).max(8);
const Buttoned = z.discriminatedUnion("type", [
  state("segmented_progress", {
    ...buttoned,
    number_of_steps: z.int().min(1),
    current_step: z.int().min(0),
    step_color: Color.optional(),
    step_colors: z.array(Color).optional(),
  }),
  state("progress", {
    ...buttoned,
    percentage: z.number().min(0).max(100).optional(),
    value: z.number().optional(),
    upper_limit: z.number().positive().optional(),
  }),
  state("alert", { ...buttoned, message: z.string().min(1) }),
  state("value", { ...buttoned, value: z.union([z.number(), z.string()]) }),
]);
const Plain = z.discriminatedUnion("type", [
  state("metrics", { ...common, metrics }),
  state("stats", { ...common, metrics }),
  state("timer", {
    ...common,
    duration_seconds: z.number().positive().optional(),
    counts_down: z.boolean().optional(),
    is_running: z.boolean().optional(),
  }),
]);

const web = z.string().regex(/^(?:https?|x-safari-https):\/\/[^/?#:@\x00-\x20\x7f]|^shortcuts:/i);
const secure = z.string().regex(/^https:\/\/[^/?#:@\x00-\x20\x7f]/i);
const Action = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("open_url"), title: z.string(), url: web, method: z.literal("POST").optional() }),
  z.strictObject({
    type: z.literal("webhook"),
    title: z.string(),
    url: secure,
    method: z.enum(["GET", "POST"]).optional(),
    body: z.record(z.string(), z.unknown()).optional(),
  }),
]);

const request = {
  action: Action.optional(),
  alert: z.strictObject({ title: z.string().optional(), body: z.string().optional() }).optional(),
  target: z.strictObject({ channels: z.array(z.string().min(1)).min(1) }).optional(),
  tags: z.array(z.string().min(1).max(64)).optional(),
  metadata: z.record(z.string().min(1).max(100), z.union([z.string().max(4000), z.number(), z.boolean()])).optional(),
};

export const Start = z.union([
  z.strictObject({ ...request, content_state: Buttoned, secondary_action: Action.optional() }),
  z.strictObject({ ...request, content_state: Plain }),
]);
