// @ts-check
// The page: it asks the checker about the text, and draws what it answers.

import { Checker } from "./checker.js";
import { Editor } from "./editor.js";
import { fragmentOf, LONGEST, sharedBy } from "./link.js";

/** @typedef {import("./checker.js").Finding} Finding */
/** @typedef {import("./checker.js").Question} Question */
/** @typedef {import("./checker.js").Report} Report */
/** @typedef {import("./link.js").Shared} Shared */
/** @typedef {Shared & { group: string, title: string }} Example */
/** @typedef {{ version: string, operations: string[], examples: Example[] }} Data */

const example = select("example");
const form = select("form");
const operation = select("operation");
const share = /** @type {HTMLButtonElement} */ (byId("share"));
const verdict = byId("verdict");
const detail = byId("detail");
const problems = byId("problems");
const fixAll = /** @type {HTMLButtonElement} */ (byId("fix-all"));
const editor = new Editor(/** @type {HTMLTextAreaElement} */ (byId("text")), byId("mirror"));

/** @type {Data} */
let data = { version: "", operations: [], examples: [] };
/** @type {Report | undefined} */
let report;
/** The number of the problem whose button should have the focus when the next report is drawn. @type {number | undefined} */
let focusNext;

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id */
function select(id) {
  return /** @type {HTMLSelectElement} */ (byId(id));
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} content
 */
function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** @param {string} state `loading`, `ready`, `failed` */
function setState(state) {
  document.documentElement.dataset.state = state;
  byId("loading").hidden = state !== "loading";
}

/** @param {string} message empty if there is none */
function setTrouble(message) {
  byId("trouble").hidden = message === "";
  byId("trouble").textContent = message;
}

const checker = new Checker({
  stage(stage) {
    byId("stage").textContent = stage;
  },
  ready() {
    setState("ready");
  },
  report(question, answer, milliseconds) {
    if (question.text !== editor.text) return;
    setTrouble("");
    draw(answer, milliseconds);
  },
  stopped({ text }) {
    setState("loading");
    setTrouble("This text has stopped the checker, such as by thousands of brackets in each other. It is started anew; change the text to check it again.");
    if (text === editor.text) drawNothing("Not checked");
  },
  failed(reason) {
    setState("failed");
    setTrouble(`The playground could not be started: ${reason}. Try to load the page again; the command liveschema check does the same.`);
  },
});

function ask() {
  const text = editor.text;
  if (text.trim() === "") drawNothing("Nothing to check");
  else if (text.length > LONGEST) {
    drawNothing("Not checked");
    setTrouble(`The text is longer than ${LONGEST.toLocaleString("en")} characters; the command liveschema check takes it.`);
    return;
  } else checker.ask({ text, form: form.value, operation: operation.value });
  if (document.documentElement.dataset.state !== "failed") setTrouble("");
}

/** @param {string} words */
function drawNothing(words) {
  report = undefined;
  setVerdict(words, "");
  detail.textContent = "";
  problems.replaceChildren();
  fixAll.hidden = true;
  editor.mark([]);
  drawCards(null);
}

/**
 * @param {string} words
 * @param {string} kind `good`, `warning`, `error` or nothing
 */
function setVerdict(words, kind) {
  if (verdict.textContent !== words) verdict.textContent = words;
  byId("findings-label").className = `verdict ${kind}`;
}

/**
 * @param {Report} answer
 * @param {number} milliseconds
 */
function draw(answer, milliseconds) {
  report = answer;
  const { errors, warnings, findings } = answer;
  const counts = [counted(errors, "error"), counted(warnings, "warning")].filter((each) => each !== "");
  const fitting = answer.operations.length === 0 ? "" : ` for ${listed(answer.operations)}`;
  const good = answer.payloads === 1 ? `Valid${fitting}` : `Valid, ${answer.payloads} payloads`;
  if (errors > 0) setVerdict(counts.join(", "), "error");
  else setVerdict([good, ...counts].join(", "), findings.length > 0 ? "warning" : "good");
  detail.textContent = `${answer.form.toUpperCase()}, checked in ${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms`;
  editor.area.setAttribute("aria-invalid", String(errors > 0));
  editor.mark(findings);
  problems.replaceChildren(...findings.map(drawnProblem));
  const more = errors + warnings - findings.length;
  if (more > 0) problems.append(element("li", {}, `And ${more.toLocaleString("en")} more. Fixes are offered when there are no more than are listed.`));
  fixAll.hidden = answer.fixed === null;
  fixAll.textContent = findings.every(({ fix }) => fix?.safe ?? true) ? "Fix all" : "Fix all that is safe";
  drawCards(answer.cards);
  if (focusNext !== undefined) {
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (problems.querySelectorAll(".place"));
    (buttons[Math.min(focusNext, buttons.length - 1)] ?? editor.area).focus();
    focusNext = undefined;
  }
}

/**
 * @param {number} count
 * @param {string} noun
 */
function counted(count, noun) {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** @param {string[]} words */
function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/**
 * @param {Finding} finding
 * @param {number} index
 */
function drawnProblem(finding, index) {
  const { fix } = finding;
  const place = element("button", { type: "button", class: "place" }, `Line ${finding.line}, column ${finding.column}`);
  place.addEventListener("click", () => goTo(finding));
  const rule = element("a", { href: `../rules/${encodeURIComponent(finding.rule)}/`, class: "rule", "aria-label": `Rule ${finding.rule}` }, finding.rule);
  const message = element("p", { class: "message" }, finding.message);
  const item = element("li", { class: finding.severity }, element("p", { class: "where" }, element("span", { class: "severity" }, finding.severity), place, rule), message);
  if (finding.hint !== null) item.append(element("p", { class: "hint" }, finding.hint));
  if (fix !== null) {
    const button = element("button", { type: "button", class: "fix" }, `Fix: ${fix.title}`);
    button.addEventListener("click", () => {
      focusNext = index;
      editor.edit(fix.edits);
    });
    item.append(element("p", { class: "actions" }, button, ...(fix.safe ? [] : [element("span", { class: "unsafe" }, "may change what is meant")])));
  }
  return item;
}

/** @param {Report["cards"]} cards null to keep the last ones */
function drawCards(cards) {
  const light = /** @type {HTMLImageElement} */ (byId("card-light"));
  byId("stale").hidden = cards !== null || light.hidden;
  document.documentElement.classList.toggle("is-stale", cards === null);
  if (cards === null) return;
  for (const theme of /** @type {("light" | "dark")[]} */ (["light", "dark"])) {
    const image = /** @type {HTMLImageElement} */ (byId(`card-${theme}`));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(cards[theme])}`;
    image.alt = cards.words;
    image.hidden = false;
  }
}

/** @param {Finding} finding */
function goTo({ start, end }) {
  editor.select(start, Math.max(end, start));
}

/** @param {number} step 1 for the next problem, -1 for the one before */
function goOn(step) {
  const found = report?.findings ?? [];
  if (found.length === 0) return;
  const at = editor.area.selectionStart;
  const next = step > 0 ? found.find(({ start }) => start > at) : found.findLast(({ start }) => start < at);
  goTo(next ?? /** @type {Finding} */ (found.at(step > 0 ? 0 : -1)));
}

function makeAllFixes() {
  if (typeof report?.fixed === "string") editor.put(report.fixed);
}

editor.area.addEventListener("input", () => {
  editor.changed();
  example.value = "";
  ask();
});
form.addEventListener("change", ask);
operation.addEventListener("change", ask);
fixAll.addEventListener("click", () => {
  focusNext = 0;
  makeAllFixes();
});
example.addEventListener("change", () => {
  const chosen = data.examples[Number(example.value)];
  if (example.value === "" || chosen === undefined) return;
  const { value } = example;
  show(chosen);
  editor.area.setSelectionRange(0, 0);
  byId("scroller").scrollTop = 0;
  example.value = value;
  example.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "F8") goOn(event.shiftKey ? -1 : 1);
  else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) makeAllFixes();
  else return;
  event.preventDefault();
});
share.addEventListener("click", async () => {
  const fragment = await fragmentOf({ text: editor.text, form: form.value, operation: operation.value });
  history.replaceState(null, "", fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    said(share, "Link copied");
  } catch {
    said(share, "It is in the address bar");
  }
});

/**
 * Say something on a button for a while.
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function said(button, words) {
  const before = button.dataset.words ?? button.textContent;
  button.dataset.words = before;
  button.textContent = words;
  setTimeout(() => {
    button.textContent = before;
  }, 2500);
}

/**
 * Show a text with its format and operation; those that do not exist are found out.
 * @param {Shared} shared
 */
function show(shared) {
  form.value = shared.form;
  operation.value = shared.operation;
  if (form.selectedIndex < 0) form.value = "";
  if (operation.selectedIndex < 0) operation.value = "";
  if (editor.text === "") editor.begin(shared.text);
  else editor.put(shared.text);
  ask();
}

/** Show what the address of the page carries. */
async function showShared() {
  const shared = await sharedBy(location.hash);
  if (shared === null) setTrouble("The text in this link is damaged or too long.");
  else if (shared !== undefined) {
    show(shared);
    example.value = "";
  }
  return shared;
}

window.addEventListener("hashchange", showShared);

async function begin() {
  data = await (await fetch("data.json")).json();
  byId("version").textContent = data.version;
  operation.append(...data.operations.map((each) => element("option", { value: each }, each)));
  for (const group of new Set(data.examples.map((each) => each.group))) {
    const options = data.examples.flatMap((each, index) =>
      each.group === group ? [element("option", { value: String(index) }, each.title)] : [],
    );
    example.append(element("optgroup", { label: group }, ...options));
  }
  if ((await showShared()) === undefined && editor.text === "") {
    show(data.examples[0]);
    example.value = "0";
  }
}

if (document.documentElement.dataset.state !== "failed") {
  setState("loading");
  begin().catch((error) => setTrouble(`The examples could not be loaded: ${error.message}.`));
}
