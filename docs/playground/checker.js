// @ts-check
// The library in a web worker: it is started, asked one thing at a time, and started anew if a text stops it.

/** @typedef {{ text: string, form: string, operation: string }} Question */
/** @typedef {{ start: number, end: number, text: string }} Edit */
/** @typedef {{ title: string, safe: boolean, edits: Edit[] }} Fix */
/**
 * @typedef {object} Finding
 * @property {string} rule
 * @property {string} severity
 * @property {string} message
 * @property {string | null} hint
 * @property {string} pointer
 * @property {number} line
 * @property {number} column
 * @property {number} start
 * @property {number} end
 * @property {Fix | null} fix
 */
/**
 * @typedef {object} Report
 * @property {string} form
 * @property {number} payloads
 * @property {string[]} operations
 * @property {number} errors
 * @property {number} warnings
 * @property {Finding[]} findings the first of them
 * @property {string | null} fixed
 * @property {{ light: string, dark: string, words: string } | null} cards
 */
/**
 * @typedef {object} Listener
 * @property {(stage: string) => void} stage
 * @property {() => void} ready
 * @property {(question: Question, report: Report, milliseconds: number) => void} report
 * @property {(question: Question) => void} stopped
 * @property {(reason: string) => void} failed
 */

/** How long a check may take, in milliseconds: they take some, so one that takes this long does not end. */
const PATIENCE = 20_000;

export class Checker {
  /** @param {Listener} listener */
  constructor(listener) {
    this.listener = listener;
    this.isReady = false;
    /** @type {Question | undefined} */
    this.asked = undefined;
    /** @type {Question | undefined} */
    this.waiting = undefined;
    /** @type {number | undefined} */
    this.alarm = undefined;
    this.start(true);
  }

  /**
   * Ask for a report. Of several questions that wait, only the last one is answered.
   * @param {Question} question
   */
  ask(question) {
    this.waiting = question;
    if (this.isReady && this.asked === undefined) this.send();
  }

  send() {
    this.asked = this.waiting;
    this.waiting = undefined;
    if (this.asked === undefined) return;
    this.alarm = setTimeout(() => this.stop(), PATIENCE);
    this.worker?.postMessage(this.asked);
  }

  /**
   * Start the worker from a script that the page makes, so that the content security policy of the page holds for it
   * too; if a browser cannot do that, from its file.
   * @param {boolean} withPolicy
   */
  start(withPolicy) {
    const file = new URL("worker.js", import.meta.url).href;
    const script = new Blob([`import ${JSON.stringify(file)};`], { type: "text/javascript" });
    const address = withPolicy ? URL.createObjectURL(script) : file;
    const worker = new Worker(address, { type: "module" });
    let hasBegun = false;
    this.worker = worker;
    worker.onmessage = ({ data }) => {
      if (!hasBegun) URL.revokeObjectURL(address);
      hasBegun = true;
      this.receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      if (withPolicy && !hasBegun) this.start(false);
      else this.listener.failed(event.message || "its parts could not be loaded");
    };
  }

  /** @param {any} data */
  receive(data) {
    if (data.kind === "stage") this.listener.stage(data.stage);
    else if (data.kind === "failed") this.listener.failed(data.reason);
    else if (data.kind === "stopped") this.stop();
    else if (data.kind === "ready") {
      this.isReady = true;
      this.listener.ready();
      this.send();
    } else {
      clearTimeout(this.alarm);
      const question = /** @type {Question} */ (this.asked);
      this.asked = undefined;
      if (this.waiting === undefined) this.listener.report(question, JSON.parse(data.report), data.milliseconds);
      this.send();
    }
  }

  /** Start a new worker in place of one that a text has stopped. */
  stop() {
    clearTimeout(this.alarm);
    this.worker?.terminate();
    this.isReady = false;
    const question = /** @type {Question} */ (this.asked);
    this.asked = undefined;
    this.listener.stopped(question);
    this.start(true);
  }
}
