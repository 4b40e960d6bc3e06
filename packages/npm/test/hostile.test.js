// What JavaScript holds that JSON does not: nothing makes a check throw, hang or say what is not so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

import { check, end, endStream, isValid, start, stream, update } from "liveschema";

import { Reader } from "../dist/esm/engine/read.js";

const STATE = { title: "Nightly backup", type: "progress", percentage: 42 };
const REQUEST = { activity_id: "act_1", content_state: STATE };
const WEBHOOK = { title: "Run", type: "webhook", url: "https://ci.example.com/run" };

function withState(members) {
  return { ...REQUEST, content_state: { ...STATE, ...members } };
}

function withBody(body) {
  return { ...REQUEST, action: { ...WEBHOOK, body } };
}

/** The rules and pointers of the errors of an update, about which both functions must agree. */
function errors(payload) {
  const found = update.check(payload).filter(({ severity }) => severity === "error");
  assert.equal(update.isValid(payload), found.length === 0);
  return found.map(({ rule, pointer }) => `${rule} ${pointer}`);
}

/** A value that throws whenever it is touched. */
function untouchable() {
  const fail = () => {
    throw new Error("do not touch");
  };
  const traps = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf", "isExtensible", "set"];
  return new Proxy({}, Object.fromEntries(traps.map((name) => [name, fail])));
}

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

class Title {
  text = "Nightly backup";
}

test("a property that is undefined counts as absent, as JSON.stringify leaves it out", () => {
  assert.deepEqual(errors(withState({ subtitle: undefined, metrics: undefined, nonsense: undefined })), []);
  assert.deepEqual(errors({ ...REQUEST, content_state: undefined }), ["missing-field "]);
  assert.deepEqual(errors(withState({ percentage: undefined, value: 1, upper_limit: undefined })), [
    "incomplete-pair /content_state",
  ]);
  assert.deepEqual(
    errors({ ...REQUEST, secondary_action: undefined, content_state: { title: "x", metrics: undefined } }),
    [],
  );
  assert.deepEqual(errors({ ...REQUEST, metadata: { gone: undefined } }), []);
  assert.deepEqual(errors(withBody({ gone: undefined })), []);
  assert.deepEqual(
    errors({ ...REQUEST, metadata: Object.fromEntries(Array.from({ length: 60 }, (_, n) => [n, undefined])) }),
    [],
  );
});

test("an item of a list that is undefined, or is not there, is an error", () => {
  assert.deepEqual(errors({ ...REQUEST, tags: [undefined] }), ["wrong-type /tags/0"]);
  assert.deepEqual(errors({ ...REQUEST, tags: [, "a"] }), ["wrong-type /tags/0"]);
  assert.deepEqual(errors(withBody({ list: [undefined] })), ["not-json /action/body/list/0"]);
});

for (const [name, value] of Object.entries({
  "a bigint": 1n,
  "a function": () => "x",
  "a symbol": Symbol("x"),
  "a date": new Date(0),
  "a map": new Map(),
  "an instance of a class": new Title(),
  "a boxed string": new String("x"),
  "an untouchable proxy": untouchable(),
  "a revoked proxy": revoked({}),
  "a revoked proxy of an array": revoked([]),
})) {
  test(`${name} is an error wherever it is`, () => {
    assert.deepEqual(errors(value), ["wrong-type "]);
    assert.deepEqual(errors({ ...REQUEST, content_state: value }), ["wrong-type /content_state"]);
    assert.deepEqual(errors(withState({ title: value })), ["wrong-type /content_state/title"]);
    assert.deepEqual(errors(withState({ percentage: value })), ["wrong-type /content_state/percentage"]);
    assert.deepEqual(errors(withState({ color: value })), ["wrong-type /content_state/color"]);
    assert.deepEqual(errors(withState({ type: value })), ["unknown-type /content_state/type"]);
    assert.deepEqual(errors({ ...REQUEST, tags: value }), ["wrong-type /tags"]);
    assert.deepEqual(errors({ ...REQUEST, metadata: { key: value } }), ["wrong-type /metadata/key"]);
    assert.deepEqual(errors(withBody(value)), ["wrong-type /action/body"]);
    assert.deepEqual(errors(withBody({ deep: [value] })), ["not-json /action/body/deep/0"]);
  });
}

test("numbers that JSON has no word for are errors", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    assert.deepEqual(errors(withState({ percentage: value })), ["non-finite-number /content_state/percentage"]);
    assert.deepEqual(errors({ ...REQUEST, metadata: { key: value } }), ["non-finite-number /metadata/key"]);
    assert.deepEqual(errors(withBody({ key: value })), ["non-finite-number /action/body/key"]);
  }
  assert.deepEqual(errors(withState({ percentage: -0 })), []);
  assert.deepEqual(errors(withState({ percentage: Number.MIN_VALUE })), []);
});

test("half of a surrogate pair is an error, in values and in keys", () => {
  assert.deepEqual(errors(withState({ title: "\ud83d" })), ["lone-surrogate /content_state/title"]);
  assert.deepEqual(errors({ ...REQUEST, metadata: { "\udca1": 1 } }), ["lone-surrogate /metadata/\udca1"]);
  assert.deepEqual(errors(withBody({ "\udca1": "\ud83d" })), Array(2).fill("lone-surrogate /action/body/\udca1"));
  assert.deepEqual(errors(withState({ title: "💡" })), []);
});

test("lengths count characters, not units of UTF-16", () => {
  assert.deepEqual(errors({ ...REQUEST, tags: ["💡".repeat(64)] }), []);
  assert.deepEqual(errors({ ...REQUEST, tags: ["💡".repeat(65)] }), ["too-long /tags/0"]);
  assert.deepEqual(errors({ ...REQUEST, tags: ["💡".repeat(63) + "xx"] }), ["too-long /tags/0"]);
});

test("keys with a meaning in JavaScript are keys like others", () => {
  const request = JSON.parse('{"__proto__": 1, "constructor": 1, "toString": 1, "hasOwnProperty": 1}');
  const unknown = ["__proto__", "constructor", "toString", "hasOwnProperty"].map((name) => `unknown-field /${name}`);
  assert.deepEqual(errors(Object.assign(Object.create(null), REQUEST, request)).sort(), unknown.sort());
  const metadata = JSON.parse('{"__proto__": "x", "constructor": null}');
  assert.deepEqual(
    update.check({ ...REQUEST, metadata }).map(({ rule, pointer }) => [rule, pointer]),
    [
      ["proto-key", "/metadata/__proto__"],
      ["null-value", "/metadata/constructor"],
    ],
  );
  assert.deepEqual(errors(withState(JSON.parse('{"type": "__proto__"}'))), ["unknown-type /content_state/type"]);
  assert.deepEqual(errors(withState({ color: "constructor" })), ["unknown-color /content_state/color"]);
});

test("a prototype gives an object no members", () => {
  Object.prototype.title = "inherited";
  try {
    assert.deepEqual(errors({ activity_id: "act_1", content_state: { percentage: 42 } }), [
      "missing-field /content_state",
    ]);
    assert.deepEqual(errors(REQUEST), []);
  } finally {
    delete Object.prototype.title;
  }
  const hidden = Object.defineProperty({ ...STATE }, "title", { enumerable: false });
  assert.deepEqual(errors({ ...REQUEST, content_state: hidden }), ["missing-field /content_state"]);
});

test("keys that are symbols do not count, as JSON.stringify leaves them out", () => {
  assert.deepEqual(errors({ ...REQUEST, [Symbol("extra")]: 1 }), []);
});

test("an object without a prototype, or of another realm, is an object like others", () => {
  const bare = Object.assign(Object.create(null), REQUEST, {
    content_state: Object.assign(Object.create(null), STATE),
  });
  assert.deepEqual(errors(bare), []);
  const foreign = runInContext(`(${JSON.stringify({ ...REQUEST, tags: ["a"] })})`, createContext());
  assert.deepEqual(errors(foreign), []);
});

test("a getter is read, and one that throws is an error where its object is", () => {
  const getting = Object.defineProperty({ ...STATE }, "title", { enumerable: true, get: () => "Nightly backup" });
  assert.deepEqual(errors({ ...REQUEST, content_state: getting }), []);
  const throwing = { enumerable: true, get: () => assert.fail("thrown by a getter") };
  assert.deepEqual(errors({ ...REQUEST, content_state: Object.defineProperty({ ...STATE }, "title", throwing) }), [
    "wrong-type /content_state",
  ]);
  assert.deepEqual(errors(withBody(Object.defineProperty({}, "key", throwing))), ["wrong-type /action/body"]);
  assert.deepEqual(errors(Object.defineProperty({ ...REQUEST }, "tags", throwing)), ["wrong-type "]);
});

const toJSON = () => ({ title: "Something else" });
const hidden = (value) => Object.defineProperty(value, "toJSON", { value: toJSON });
const heir = (value) => Object.assign(Object.create(Object.assign(Object.create(null), { toJSON })), value);

test("an object that JSON.stringify replaces is an error", () => {
  for (const replaced of [hidden, heir, (value) => ({ ...value, toJSON })]) {
    assert.deepEqual(errors(replaced({ ...REQUEST })), ["wrong-type "]);
    assert.deepEqual(errors({ ...REQUEST, content_state: replaced({ ...STATE }) }), ["wrong-type /content_state"]);
    assert.deepEqual(errors({ ...REQUEST, metadata: replaced({ host: "web-1" }) }), ["wrong-type /metadata"]);
    assert.deepEqual(errors(withBody(replaced({}))), ["wrong-type /action/body"]);
    assert.deepEqual(errors(withBody({ list: [replaced({})] })), ["not-json /action/body/list/0"]);
  }
  assert.deepEqual(errors({ ...REQUEST, metadata: { toJSON: "no function" } }), []);
});

test("a list that JSON.stringify replaces is an error", () => {
  class Tags extends Array {
    toJSON() {
      return "something else";
    }
  }
  for (const list of [Object.assign(["a"], { toJSON }), hidden(["a"]), Tags.of("a")]) {
    assert.deepEqual(errors({ ...REQUEST, tags: list }), ["wrong-type /tags"]);
    assert.deepEqual(errors(withBody({ list })), ["not-json /action/body/list"]);
    assert.equal(stream.isValid({ content_state: STATE, channels: list }), false);
  }
  assert.equal(
    update.check({ ...REQUEST, tags: hidden(["a"]) })[0].message,
    "tags must be a list of tags, got a list with a method toJSON",
  );
  assert.deepEqual(errors({ ...REQUEST, tags: Object.assign(["a"], { toJSON: 1 }) }), []);
});

test("a cyclic value is an error, and does not hang", () => {
  const body = {};
  body.again = { list: [body] };
  assert.deepEqual(errors(withBody(body)), ["too-deep /action/body"]);
  const request = { ...REQUEST };
  request.action = request;
  request.metadata = { request };
  request.tags = [request];
  assert.ok(errors(request).length > 2);
});

test("free content may have 200 levels", () => {
  const nested = (levels) => JSON.parse('{"a":'.repeat(levels) + "1" + "}".repeat(levels));
  assert.deepEqual(errors(withBody(nested(200))), []);
  assert.deepEqual(errors(withBody(nested(201))), ["too-deep /action/body"]);
  assert.deepEqual(errors(withBody(nested(5000))), ["too-deep /action/body"]);
  const unreadable = { a: nested(300), b: untouchable() };
  assert.deepEqual(errors(withBody(unreadable)), ["too-deep /action/body"]);
});

test("free content may have 2,000,000 values", () => {
  const list = (length) => withBody({ list: Array(length).fill(1) });
  assert.deepEqual(errors(list(1_999_998)), []);
  assert.deepEqual(errors(list(1_999_999)), ["not-json /action/body"]);
});

test("content that contains a list over and over is an error, and does not hang", () => {
  let body = { end: 1 };
  for (let level = 0; level < 60; level++) body = { left: body, right: body };
  assert.deepEqual(errors(withBody(body)), ["not-json /action/body"]);
  const text = "x".repeat(2 ** 20);
  const large = { list: Array(2 ** 20).fill(text) };
  assert.deepEqual(
    update.check(withBody(large)).map(({ rule }) => rule),
    ["activity-too-large"],
  );
});

test("long lists do not hang", () => {
  const many = Array(2 ** 20).fill("a");
  assert.deepEqual(errors({ ...REQUEST, tags: many }), ["too-many-items /tags"]);
  assert.equal(stream.isValid({ content_state: STATE, channels: many }), true);
  assert.equal(update.check({ ...REQUEST, tags: Array(2 ** 20).fill(1) }).length, 2 ** 20 + 1);
  const sparse = [];
  sparse.length = 2 ** 32 - 1;
  assert.deepEqual(errors({ ...REQUEST, tags: sparse }), ["wrong-type /tags"]);
  assert.deepEqual(errors(withBody({ sparse })), ["not-json /action/body"]);
  assert.deepEqual(errors(withState({ percentage: undefined, type: "metrics", metrics: sparse })), [
    "wrong-type /content_state/metrics",
  ]);
});

test("a payload that is read by the rules of several types does not take much longer", () => {
  const content_state = { title: "x" };
  assert.equal(stream.check({ content_state, channels: Array(2 ** 20).fill("a") }).length, 1);
  assert.equal(stream.isValid({ content_state, channels: Array(2 ** 20).fill("a") }), true);
  assert.deepEqual(errors({ activity_id: "act_1", content_state, tags: Array(2 ** 20).fill(1) }), ["wrong-type "]);
});

test("a list of the same large object over and over does not hang", () => {
  for (const value of [1, undefined]) {
    const metric = Object.fromEntries(Array.from({ length: 2 ** 13 }, (_, n) => [`key${n}`, value]));
    const content_state = { title: "x", type: "metrics", metrics: Array(2 ** 13).fill(metric) };
    assert.deepEqual(errors({ ...REQUEST, content_state }), ["wrong-type "]);
  }
});

test("a large payload with a part that cannot be read does not hang", () => {
  const tags = Array(1_200_000).fill(1);
  const action = Object.defineProperty({}, "title", { enumerable: true, get: () => assert.fail("thrown by a getter") });
  const payload = { activity_id: "act_1", action, tags };
  const [problem, ...others] = update.check(payload);
  assert.deepEqual([problem.rule, problem.pointer, others], ["wrong-type", "", []]);
  assert.equal(problem.message, "the request must be an object, got one that cannot be read");
  assert.equal(update.isValid(payload), false);
});

test("strings are judged the same where they have no method isWellFormed", async () => {
  const native = String.prototype.isWellFormed;
  delete String.prototype.isWellFormed;
  try {
    const older = await import("../dist/esm/engine/scalars.js?without-isWellFormed");
    for (const text of ["", "x", "💡", "\ud83d", "\udca1\ud83d", "x\udca1"]) {
      assert.equal(older.encodable(text), native.call(text));
    }
  } finally {
    Object.defineProperty(String.prototype, "isWellFormed", { value: native, configurable: true, writable: true });
  }
});

test("a proxy that lies differently each time makes neither function throw", () => {
  let calls = 0;
  const values = [1, "x", null, undefined, [], {}, NaN, untouchable(), [1, { title: 1 }]];
  const liar = new Proxy(
    {},
    {
      get: () => values[calls++ % values.length],
      ownKeys: () => ["title", "type", "metrics", "content_state", "action", "body", String(calls)],
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: calls++ % 3 > 0, value: 1 }),
    },
  );
  for (let round = 0; round < 40; round++) {
    for (const schema of [start, update, end, stream, endStream]) {
      for (const payload of [
        liar,
        { content_state: liar },
        withBody(liar),
        { ...REQUEST, metadata: liar, action: liar },
      ]) {
        assert.ok(Array.isArray(schema.check(payload)));
        assert.equal(typeof schema.isValid(payload), "boolean");
        assert.ok(schema["~standard"].validate(payload));
      }
    }
  }
});

test("what a Standard Schema could read before but not now is an issue, not an exception", () => {
  for (const reads of [1, 2, 3, 4]) {
    let left = reads;
    const get = () => {
      left -= 1;
      return left < 0 ? assert.fail("thrown by a getter") : ["a"];
    };
    const content_state = { ...STATE, icon: null };
    const payload = Object.defineProperty({ ...REQUEST, content_state }, "tags", { enumerable: true, get });
    const { issues, value } = update["~standard"].validate(payload);
    if (issues === undefined) assert.deepEqual(value, { ...REQUEST, tags: ["a"] });
    else {
      const message = "the request must be an object, got one that cannot be read";
      assert.deepEqual(issues, [{ message, path: [] }]);
    }
    if (reads === 1) assert.notEqual(issues, undefined);
  }
});

test("a mistake in a declaration or in the engine is no problem of the payload", () => {
  const request = { label: "request", fields: {} };
  const payload = { title: "x" };
  const judges = (operation) => {
    const reader = new Reader(operation);
    return [() => reader.problems(payload, undefined, new Set()), () => reader.isValid(payload, undefined)];
  };
  for (const judge of judges({ mode: "start", request, requestFields: {} })) {
    assert.throws(judge, /^Error: start has no state$/);
  }
  const test = () => {
    throw new RangeError("a bug");
  };
  const text = { is: "text", rules: [Object.defineProperty({ rule: { id: "x", message: "" } }, "test", { get: test })] };
  const type = { value: { is: "tag", tag: "note", names: { NOTE: "note" }, label: "note" } };
  const state = { is: "union", inferred: true, tag: "type", shared: [], plural: "notes", label: "note" };
  const fields = { state: { value: { ...state, specs: [{ label: "note", fields: { type } }] } }, title: { value: text } };
  const broken = { mode: "start", request: { label: "request", fields }, requestFields: {} };
  assert.throws(judges(broken)[0], /^RangeError: a bug$/);
});

test("a check does not change a payload, which may be frozen", () => {
  const payload = Object.freeze({ ...REQUEST, content_state: Object.freeze({ ...STATE, icon: null }) });
  assert.deepEqual(update.check(payload), []);
  assert.equal(update.isValid(payload), true);
});

test("what is no name of an operation or an activity type is a mistake of the caller", () => {
  assert.throws(
    () => check(REQUEST, "updates"),
    /^TypeError: operation must be one of start, update, .*, got updates$/,
  );
  assert.throws(() => isValid(REQUEST, "toString"), TypeError);
  assert.throws(
    () => update.check(REQUEST, { activityType: "clock" }),
    /activityType must be one of segmented_progress, /,
  );
  assert.throws(() => update.forType("clock"), TypeError);
});

test("a mistake in the options is a mistake of the caller", () => {
  const mistakes = [
    [{ enable: ["inert-feild"] }, "there is no rule inert-feild to enable"],
    [{ enable: ["inert-field", undefined] }, "there is no rule undefined to enable"],
    [{ enable: "inert-field" }, "enable must be a list of ids of rules, got inert-field"],
    [{ enable: null }, "enable must be a list of ids of rules, got null"],
    [{ enable: new Set(["inert-field"]) }, "enable must be a list of ids of rules, got [object Set]"],
    [{ activity_type: "timer" }, "there is no option activity_type; there is activityType and enable"],
    [null, "options must be an object, got null"],
    ["timer", "options must be an object, got timer"],
    [["inert-field"], "options must be an object, got inert-field"],
  ];
  for (const [options, message] of mistakes) {
    for (const judge of [update.check, update.isValid]) {
      assert.throws(() => judge(REQUEST, options), new TypeError(message));
    }
    assert.throws(() => check(REQUEST, "update", options), new TypeError(message));
    assert.throws(() => isValid(REQUEST, "update", options), new TypeError(message));
  }
  assert.deepEqual(update.check(REQUEST, { enable: ["blank-text"], activityType: undefined }), []);
  assert.deepEqual(update.check(REQUEST, {}), []);
  assert.equal(update.isValid(REQUEST, { enable: undefined }), true);
});

test("a schema for a type of activity judges as if the type were said", () => {
  const inert = withState({ icon: null });
  const enable = ["inert-field"];
  for (const [activityType, payload] of [
    ["progress", REQUEST],
    ["progress", inert],
    ["timer", REQUEST],
    ["alert", {}],
  ]) {
    const typed = update.forType(activityType);
    assert.deepEqual(typed.check(payload), update.check(payload, { activityType }));
    assert.deepEqual(typed.check(payload, { enable }), update.check(payload, { activityType, enable }));
    assert.equal(typed.isValid(payload), update.isValid(payload, { activityType }));
  }
  assert.throws(
    () => update.forType("timer").check(REQUEST, { activityType: "alert" }),
    new TypeError("there is no option activityType; there is enable"),
  );
});

test("the type of the existing activity decides", () => {
  assert.deepEqual(update.check(REQUEST, { activityType: "progress" }), []);
  const [problem, ...others] = update.check(REQUEST, { activityType: "timer" });
  assert.deepEqual([problem.rule, problem.pointer, others], ["type-mismatch", "/content_state/type", []]);
  assert.equal(update.isValid(REQUEST, { activityType: "timer" }), false);
  const bare = { activity_id: "act_1", content_state: { title: "Nightly backup" } };
  assert.equal(update.isValid(bare), true);
  assert.equal(update.isValid(bare, { activityType: "alert" }), false);
});
