// @ts-check
// The text field, and behind it a layer with the same text, transparent, whose underlines mark the problems.

/** @typedef {{ start: number, end: number, severity: string }} Mark */
/** @typedef {{ start: number, end: number, text: string }} Edit */

export class Editor {
  /**
   * @param {HTMLTextAreaElement} area
   * @param {HTMLElement} mirror
   */
  constructor(area, mirror) {
    this.area = area;
    this.mirror = mirror;
    /** @type {Mark[]} */
    this.marks = [];
    this.drawn = "";
    this.draw();
  }

  get text() {
    return this.area.value;
  }

  /** Draw the text after somebody has changed it: marks before and after the change stay, others go. */
  changed() {
    const { start, end, text } = difference(this.drawn, this.text);
    const shift = text.length - (end - start);
    this.marks = this.marks.flatMap((mark) => {
      if (mark.end < start || (mark.end === start && start === end)) return [mark];
      return mark.start >= end ? [{ ...mark, start: mark.start + shift, end: mark.end + shift }] : [];
    });
    this.draw();
  }

  /** @param {Mark[]} marks */
  mark(marks) {
    this.marks = [...marks].sort((one, other) => one.start - other.start);
    this.draw();
  }

  /**
   * Put a text where none was, without taking the focus.
   * @param {string} text
   */
  begin(text) {
    this.area.value = text;
    this.area.setSelectionRange(0, 0);
    this.draw();
  }

  /**
   * Replace the whole text, as one step that can be undone.
   * @param {string} text
   */
  put(text) {
    const edit = difference(this.text, text);
    if (edit.start === edit.end && edit.text === "") return;
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(edit.start, edit.end);
    // The only command that text fields can undo; it is deprecated, but nothing replaces it.
    const done = edit.text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, edit.text);
    if (!done || this.text !== text) {
      this.area.value = text;
      this.area.dispatchEvent(new Event("input"));
    }
  }

  /**
   * Make some edits, as one step that can be undone.
   * @param {Edit[]} edits
   */
  edit(edits) {
    let text = this.text;
    for (const each of [...edits].sort((one, other) => other.start - one.start || other.end - one.end)) {
      text = text.slice(0, each.start) + each.text + text.slice(each.end);
    }
    this.put(text);
  }

  /**
   * Select a range, and scroll to it.
   * @param {number} start
   * @param {number} end
   */
  select(start, end) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
    const line = this.text.slice(0, start).split("\n").length - 1;
    this.mirror.children[line]?.scrollIntoView({ block: "nearest" });
  }

  draw() {
    this.drawn = this.text;
    const lines = this.drawn.split("\n");
    let offset = 0;
    let next = 0;
    /** @type {Mark[]} */
    let open = [];
    lines.forEach((line, index) => {
      const end = offset + line.length;
      open = open.filter((mark) => mark.end > offset);
      for (; next < this.marks.length && this.marks[next].start <= end; next += 1) open.push(this.marks[next]);
      drawLine(this.mirror, index, line, open.map((mark) => ({ ...mark, start: mark.start - offset, end: mark.end - offset })));
      offset = end + 1;
    });
    while (this.mirror.children.length > lines.length) this.mirror.lastChild?.remove();
  }
}

/** @type {WeakMap<Element, string>} */
const drawnAs = new WeakMap();

/**
 * Draw a line of the mirror, unless it looks so already.
 * @param {HTMLElement} mirror
 * @param {number} index
 * @param {string} line
 * @param {Mark[]} marks with offsets in the line
 */
function drawLine(mirror, index, line, marks) {
  const element = mirror.children[index] ?? mirror.appendChild(document.createElement("div"));
  const looks = marks.map(({ start, end, severity }) => `${start}-${end}-${severity} `).join("") + line;
  if (drawnAs.get(element) === looks) return;
  drawnAs.set(element, looks);
  element.className = marks.length === 0 ? "" : `has-${worst(marks)}`;
  const cuts = [...new Set([0, line.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= line.length)
    .sort((one, other) => one - other);
  const pieces = cuts.slice(1).map((cut, piece) => markedPiece(line.slice(cuts[piece], cut), cuts[piece], marks));
  // What is missing at the end of a line is marked there.
  if (marks.some(({ start }) => start >= line.length)) pieces.push(markedPiece("\u00a0", line.length, marks));
  element.replaceChildren(...(pieces.length === 0 ? ["\u200b"] : pieces));
}

/**
 * @param {string} text
 * @param {number} offset
 * @param {Mark[]} marks
 */
function markedPiece(text, offset, marks) {
  const over = marks.filter(({ start, end }) => start <= offset && (end > offset || start === offset));
  if (over.length === 0) return text;
  const mark = document.createElement("mark");
  mark.className = worst(over);
  mark.textContent = text;
  return mark;
}

/** @param {Mark[]} marks */
function worst(marks) {
  return marks.some(({ severity }) => severity === "error") ? "error" : "warning";
}

/**
 * Return the smallest replacement that makes a text another one. It splits no pair of surrogates.
 * @param {string} before
 * @param {string} after
 * @returns {Edit}
 */
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (start > 0 && isHigh(before, start - 1)) start -= 1;
  let rest = 0;
  while (rest < most - start && before[before.length - 1 - rest] === after[after.length - 1 - rest]) rest += 1;
  if (rest > 0 && isLow(before, before.length - rest)) rest -= 1;
  return { start, end: before.length - rest, text: after.slice(start, after.length - rest) };
}

/**
 * @param {string} text
 * @param {number} index
 */
function isHigh(text, index) {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800;
}

/**
 * @param {string} text
 * @param {number} index
 */
function isLow(text, index) {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00;
}
