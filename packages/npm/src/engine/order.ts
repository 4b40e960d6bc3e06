/** The order of problems: by their place in the payload. */

import type { Problem } from "../problem.js";
import { isObject } from "./plain.js";

/** Sort problems by their place; those of an object come before those of its members. */
export function inDocumentOrder(problems: Problem[], payload: unknown): Problem[] {
  if (problems.length < 2) return problems;
  const ranks = new Map<object, ReadonlyMap<string, number>>();
  const placed = problems.map((problem) => [placeOf(problem.path, payload, ranks), problem] as const);
  return placed.sort(([first], [second]) => compared(first, second)).map(([, problem]) => problem);
}

function placeOf(
  path: Problem["path"],
  payload: unknown,
  ranks: Map<object, ReadonlyMap<string, number>>,
): readonly number[] {
  let at = payload;
  return path.map((step) => {
    if (typeof step === "number") {
      at = (at as readonly unknown[])[step];
      return step;
    }
    if (!isObject(at)) return 0;
    let rank = ranks.get(at);
    if (rank === undefined) {
      rank = new Map(Object.keys(at).map((key, index) => [key, index]));
      ranks.set(at, rank);
    }
    at = at[step];
    return rank.get(step) ?? rank.size;
  });
}

function compared(first: readonly number[], second: readonly number[]): number {
  for (let index = 0; index < first.length && index < second.length; index++) {
    const difference = (first[index] as number) - (second[index] as number);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
