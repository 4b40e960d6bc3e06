/** Parts of messages. */

import { Opaque, replacesItself } from "./plain.js";
import type { Place } from "./report.js";

const SHOWN = 40;

/** Quote a string for a message, on one line and cut after 40 characters. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * SHOWN + 2));
  return JSON.stringify(characters.length > SHOWN ? `${characters.slice(0, SHOWN).join("")}…` : text);
}

/** A noun phrase for a value, such as `the string "x"`. */
export function got(value: unknown): string {
  if (typeof value === "string") return value === "" ? "an empty string" : `the string ${quoted(value)}`;
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Opaque) return value.label;
  if (typeof value === "object") return gotObject(value);
  return value === undefined ? "undefined" : `a ${typeof value}`;
}

function gotObject(value: object): string {
  const replaced = replacesItself(value) ? " with a method toJSON" : "";
  if (Array.isArray(value)) return (value.length === 0 ? "an empty list" : "a list") + replaced;
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (kind !== "Object") return `${/^[AEIOU]/.test(kind) ? "an" : "a"} ${named(kind)}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  const name: unknown = isPlain ? undefined : (prototype as { readonly constructor?: { name?: unknown } }).constructor?.name;
  return typeof name === "string" && name !== "" ? `an instance of ${named(name)}` : `an object${replaced}`;
}

/** Join names with commas and a conjunction. */
export function listed(names: readonly string[], conjunction = "and"): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} ${conjunction} ${names[names.length - 1]}`;
}

/** Join the names of a choice: `a or b`, or `one of a, b or c`. */
export function oneOf(names: readonly string[]): string {
  return (names.length > 2 ? "one of " : "") + listed(names, "or");
}

/** The name of a value for a message: its key, with the indexes that follow it. */
export function subject(place: Place | undefined, root = "the request"): string {
  let indexes = "";
  for (let at = place; at !== undefined; at = at.up) {
    if (typeof at.key === "string") return named(at.key) + indexes;
    indexes = `[${at.key}]${indexes}`;
  }
  return root + indexes;
}

/** The name of a field for a message, in quotes if it is no plain word. */
export function named(name: string): string {
  return /^[\w$]{1,40}$/.test(name) ? name : quoted(name);
}

/** Fill the slots of the template of a message. */
export function fill(template: string, slots: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name]));
}

/** A number for a message, with separators: 16,384. */
export function amount(count: number): string {
  return count.toLocaleString("en");
}
