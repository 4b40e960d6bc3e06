/** Tests on several fields of an object. */

import type { TestData } from "./declarations.js";
import { isObject, type JsonMembers } from "./plain.js";
import { compactSize } from "./size.js";
import { amount, listed, named, quoted } from "./wording.js";

/** A path inside the object at which a test fails, and the values for the slots of the message. */
export type Breach = readonly [path: readonly (string | number)[], slots: JsonMembers];

const NONE: readonly Breach[] = [];

/** The value of a field of the object, by name; `undefined` if it is missing. */
type Get = (name: string) => unknown;

/** The groups of fields to which a test applies, each on its own, if all of them are present and valid. */
export function groupsOf(test: TestData): readonly (readonly string[])[] {
  switch (test.is) {
    case "not-more":
    case "same-items":
    case "not-together":
      return [[test.first, test.second]];
    case "length-equals":
      return [[test.items, test.count]];
    case "max-items":
    case "unique-items":
    case "no-text":
      return [[test.items]];
    case "requires":
    case "compact-size":
      return [[test.field]];
    case "absent":
      return test.names.map((name) => [name]);
  }
}

/** Find the places where a test fails for a group of fields; they are all present and valid. */
export function findBreaches(test: TestData, group: readonly string[], get: Get): readonly Breach[] {
  switch (test.is) {
    case "not-more": {
      const first = get(test.first) as number;
      const second = get(test.second) as number;
      return first <= second ? NONE : [[[test.first], { [test.first]: first, [test.second]: second }]];
    }
    case "length-equals": {
      const { length } = get(test.items) as readonly unknown[];
      const count = get(test.count);
      return length === count ? NONE : [[[test.items], { [test.count]: count, length }]];
    }
    case "max-items": {
      const { length } = get(test.items) as readonly unknown[];
      return length <= test.most ? NONE : [[[test.items], { most: test.most, length }]];
    }
    case "unique-items":
      return repeated(test.items, test.key, get(test.items) as readonly JsonMembers[]);
    case "no-text":
      return texts(test.items, test.key, get(test.items) as readonly JsonMembers[]);
    case "same-items": {
      const second = get(test.second);
      return differing(test.first, get(test.first), isObject(second) ? second[test.inner] : []);
    }
    case "not-together":
      return test.onlyIf === undefined || get(test.onlyIf[0]) === test.onlyIf[1] ? [[[test.at], {}]] : NONE;
    case "requires":
      return get(test.other) === undefined ? [[[test.field], {}]] : NONE;
    case "absent":
      return group.map((name) => [[name], { name, value: get(name) }]);
    case "compact-size": {
      let size = "{}".length + test.others.length;
      for (const name of [test.field, ...test.others]) {
        const value = get(name);
        if (value !== undefined) size += name.length + '"":'.length + compactSize(value, test.most);
        else size -= ",".length;
      }
      return size <= test.most ? NONE : [[[test.field], { most: amount(test.most), size: "more" }]];
    }
  }
}

function repeated(items: string, key: string, objects: readonly JsonMembers[]): Breach[] {
  const seen = new Set<unknown>();
  const found: Breach[] = [];
  objects.forEach(({ [key]: value }, index) => {
    if (seen.has(value)) found.push([[items, index, key], { [key]: quoted(String(value)) }]);
    seen.add(value);
  });
  return found;
}

function texts(items: string, key: string, objects: readonly JsonMembers[]): Breach[] {
  const found: Breach[] = [];
  objects.forEach(({ [key]: value }, index) => {
    if (typeof value === "string") found.push([[items, index, key], { [key]: quoted(value) }]);
  });
  return found;
}

function differing(place: string, first: unknown, second: unknown): readonly Breach[] {
  const ours = new Set(first as readonly string[]);
  const theirs = new Set(second as readonly string[]);
  const same = ours.size === theirs.size && [...ours].every((each) => theirs.has(each));
  return same ? NONE : [[[place], { first: some(ours), second: some(theirs) }]];
}

const TEXTS_SHOWN = 5;

function some(texts: ReadonlySet<string>): string {
  const shown = [...texts].slice(0, TEXTS_SHOWN).map(named);
  const more = texts.size - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}
