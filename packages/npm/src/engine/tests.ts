/** Tests on several fields of an object. */

import type { TestData } from "./declarations.js";
import { isObject, type JsonMembers } from "./plain.js";
import { compactSize } from "./size.js";
import { amount, listed, named, quoted } from "./wording.js";

/** A path inside the object at which a test fails, and the values for the slots of the message. */
export type Breach = readonly [path: readonly (string | number)[], slots: JsonMembers];

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
      return failing(first <= second, [[test.first], { [test.first]: first, [test.second]: second }]);
    }
    case "length-equals": {
      const { length } = get(test.items) as readonly unknown[];
      return failing(length === get(test.count), [[test.items], { [test.count]: get(test.count), length }]);
    }
    case "max-items": {
      const { length } = get(test.items) as readonly unknown[];
      return failing(length <= test.most, [[test.items], { most: test.most, length }]);
    }
    case "unique-items":
      return repeated(test.items, test.key, valuesIn(get(test.items), test.key));
    case "no-text":
      return texts(test.items, test.key, valuesIn(get(test.items), test.key));
    case "same-items": {
      const second = get(test.second);
      return differing(test.first, get(test.first), isObject(second) ? second[test.inner] : []);
    }
    case "not-together":
      return failing(test.onlyIf !== undefined && get(test.onlyIf[0]) !== test.onlyIf[1], [[test.at], {}]);
    case "requires":
      return failing(get(test.other) !== undefined, [[test.field], {}]);
    case "absent":
      return group.map((name) => [[name], { name, value: get(name) }]);
    case "compact-size": {
      let size = "{}".length + test.others.length;
      for (const name of [test.field, ...test.others]) {
        const value = get(name);
        if (value !== undefined) size += name.length + '"":'.length + compactSize(value, test.most);
        else size -= ",".length;
      }
      return size <= test.most ? NO_BREACH : [[[test.field], { most: amount(test.most), size: "more" }]];
    }
  }
}

const NO_BREACH: readonly Breach[] = [];

function failing(holds: boolean, breach: Breach): readonly Breach[] {
  return holds ? NO_BREACH : [breach];
}

function valuesIn(items: unknown, key: string): unknown[] {
  return (items as readonly JsonMembers[]).map((item) => item[key]);
}

function repeated(items: string, key: string, values: readonly unknown[]): Breach[] {
  const seen = new Set<unknown>();
  const found: Breach[] = [];
  values.forEach((value, index) => {
    if (seen.has(value)) found.push([[items, index, key], { [key]: quoted(String(value)) }]);
    seen.add(value);
  });
  return found;
}

function texts(items: string, key: string, values: readonly unknown[]): Breach[] {
  const found: Breach[] = [];
  values.forEach((value, index) => {
    if (typeof value === "string") found.push([[items, index, key], { [key]: quoted(value) }]);
  });
  return found;
}

function differing(place: string, first: unknown, second: unknown): readonly Breach[] {
  const [ours, theirs] = [first, second].map((each) => new Set(each as readonly string[]));
  if (ours === undefined || theirs === undefined) return [];
  const same = ours.size === theirs.size && [...ours].every((each) => theirs.has(each));
  return failing(same, [[place], { first: some(ours), second: some(theirs) }]);
}

const TEXTS_SHOWN = 5;

function some(texts: ReadonlySet<string>): string {
  const shown = [...texts].slice(0, TEXTS_SHOWN).map(named);
  const more = texts.size - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}
