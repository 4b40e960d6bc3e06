/** Copy a value without the members at some places; what has none of them is not copied. */
export function withoutPlaces(value: unknown, places: readonly (readonly (string | number)[])[]): unknown {
  if (places.length === 0 || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const here = places.filter(([first]) => String(first) === key);
    if (here.some(({ length }) => length === 1)) return [];
    return [
      [
        key,
        withoutPlaces(
          item,
          here.map((path) => path.slice(1)),
        ),
      ],
    ];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
