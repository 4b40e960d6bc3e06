/** What counts as plain data, that is, as a value of JSON; and a plain copy of what cannot be read otherwise. */

export type JsonMembers = Readonly<Record<string, unknown>>;

/** The most levels that free content may have. */
export const MAX_DEPTH = 200;
/** The most levels of a payload that are copied; what is deeper is an error, however deep it is. */
const DEPTH_READ = MAX_DEPTH + 10;
/** The most values that free content may have; a container counts as often as it is in there, as in JSON. */
export const MAX_VALUES = 2_000_000;
/** The most values that are read elsewhere; the lists of a valid payload have fewer. */
export const MAX_READ = 20_000_000;
/** The most problems that are found in a payload. */
export const MAX_PROBLEMS = 1_100_000;

/** A placeholder for what JSON cannot represent. It is no plain value itself. */
export class Opaque {
  constructor(readonly label: string) {}
}

/**
 * Whether a value has a method `toJSON`, of its own or inherited: `JSON.stringify` writes what it returns, whatever else
 * the value has.
 */
export function replacesItself(value: object): boolean {
  return typeof (value as { readonly toJSON?: unknown }).toJSON === "function";
}

/** Whether a value is a plain object. One of another realm, such as a frame, counts, too. */
export function isObject(value: unknown): value is JsonMembers {
  if (typeof value !== "object" || value === null || Array.isArray(value) || replacesItself(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** Whether a value is an array that can be read. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MAX_VALUES && !replacesItself(value);
}

const { hasOwnProperty, propertyIsEnumerable } = Object.prototype;

/** Whether an object itself has a property that a `for…in` loop meets, which is fast there: such ones are enumerable. */
export function ownsIt(data: object, name: string): boolean {
  return hasOwnProperty.call(data, name);
}

/** The value of an own, enumerable property, which `JSON.stringify` writes; `undefined` if there is none. */
export function own(data: JsonMembers, name: string): unknown {
  return propertyIsEnumerable.call(data, name) ? data[name] : undefined;
}

/** The keys of an object that `JSON.stringify` writes: own ones, without those whose value is undefined. */
export function keysOf(value: JsonMembers): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

/**
 * Copy a value, so that reading the copy runs no code. What cannot be read becomes an `Opaque`.
 *
 * It is called only if reading the value itself has thrown an exception.
 */
export function plain(value: unknown): unknown {
  let left = MAX_READ;
  function copy(each: unknown, depth: number): unknown {
    if (typeof each !== "object" || each === null) return each;
    if (depth > DEPTH_READ) return {};
    try {
      if (isArray(each)) {
        const items: unknown[] = [];
        for (let index = 0; index < each.length && left > 0; index++) items.push(copyOf(each[index], depth));
        return items;
      }
      if (!isObject(each)) return new Opaque("an object that is no plain data");
      // A key such as `__proto__` is set as it is, since the copy has no prototype.
      const made: Record<string, unknown> = Object.create(null);
      for (const key of Object.keys(each)) made[key] = copyOf(each[key], depth);
      return made;
    } catch {
      return new Opaque("an object that cannot be read");
    }
  }
  function copyOf(item: unknown, depth: number): unknown {
    left -= 1;
    return left < 0 ? new Opaque("too many values") : copy(item, depth + 1);
  }
  return copy(value, 0);
}

/** What free content has too much of, if anything. Each container is read once for each level that it is on. */
export function excess(value: JsonMembers): "levels" | "values" | undefined {
  let level = new Map<object, number>([[value, 1]]);
  let count = 1;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const below = new Map<object, number>();
    for (const [container, times] of level) {
      const items: readonly unknown[] = Array.isArray(container) ? container : membersOf(container as JsonMembers);
      count += times * items.length;
      if (count > MAX_VALUES) return "values";
      for (let index = 0; index < items.length; index++) {
        const item: unknown = items[index];
        if (Array.isArray(item) || isObject(item)) below.set(item, (below.get(item) ?? 0) + times);
      }
    }
    if (below.size === 0) return undefined;
    level = below;
  }
  return "levels";
}

function membersOf(value: JsonMembers): unknown[] {
  return Object.keys(value)
    .map((key) => value[key])
    .filter((item) => item !== undefined);
}
