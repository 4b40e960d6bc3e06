/** The size of values as compact UTF-8 JSON, which is what is sent. */

import { isObject } from "./plain.js";

const QUOTES = 2;

/**
 * The number of bytes of a value, as `JSON.stringify` writes it.
 *
 * @param value A plain value that is valid: finite numbers, well-formed strings, and no more levels than allowed.
 * @param most The greatest size that is of interest.
 * @returns The size; if it is greater than `most`, any number that is.
 */
export function compactSize(value: unknown, most: number): number {
  if (typeof value === "string") return textSize(value, most);
  if (typeof value !== "object" || value === null) return String(value).length;
  if (Array.isArray(value)) {
    let size = "[]".length + Math.max(0, value.length - 1);
    for (let index = 0; index < value.length && size <= most; index++) size += compactSize(value[index], most - size);
    return size;
  }
  return isObject(value) ? membersSize(value, most) : 0;
}

function membersSize(value: Readonly<Record<string, unknown>>, most: number): number {
  let size = "{}".length;
  let commas = -1;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    commas += 1;
    size += textSize(key, most - size) + ":".length;
    if (size <= most) size += compactSize(member, most - size);
    if (size > most) return size;
  }
  return size + Math.max(0, commas);
}

/** The size of a string with its quotes. */
function textSize(text: string, most: number): number {
  let size = text.length + QUOTES;
  for (let index = 0; index < text.length && size <= most; index++) {
    const code = text.charCodeAt(index);
    // Each half of a surrogate pair is one of two units, which make four bytes.
    if (code >= 0x80) size += code < 0x800 || (code & 0xf800) === 0xd800 ? 1 : 2;
    else if (code < 0x20) size += "\b\t\n\f\r".includes(text[index] as string) ? 1 : "u0000".length;
    else if (code === 0x22 || code === 0x5c) size += 1;
  }
  return size;
}
