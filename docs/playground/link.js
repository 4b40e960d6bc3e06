// @ts-check
// Links that carry a text, its format and its operation behind the "#", which browsers send to no server.

/** The longest text that a link may carry and that is checked, in UTF-16 code units. */
export const LONGEST = 100_000;

/** @typedef {{ text: string, form: string, operation: string }} Shared */

/**
 * Return the fragment of a link, with its "#".
 * @param {Shared} shared
 */
export async function fragmentOf({ text, form, operation }) {
  const packed = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  const code = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `#${new URLSearchParams({ ...(form && { form }), ...(operation && { operation }), text: code })}`;
}

/**
 * Return what a fragment carries; undefined if it carries no text, and null if it is damaged or too long.
 * Whatever it carries is only text.
 * @param {string} fragment
 * @returns {Promise<Shared | undefined | null>}
 */
export async function sharedBy(fragment) {
  const values = new URLSearchParams(fragment.slice(1));
  const code = values.get("text");
  if (code === null) return undefined;
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
    const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const decoded = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await bytesOf(text, 3 * LONGEST));
    return { text: decoded, form: values.get("form") ?? "", operation: values.get("operation") ?? "" };
  } catch {
    return null;
  }
}

/**
 * Read a stream to its end, or fail if it is longer than a limit: a few bytes may unpack to very many.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {number} most
 */
async function bytesOf(stream, most) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
