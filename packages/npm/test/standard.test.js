// The schemas are Standard Schemas, which other libraries take as they are.

import assert from "node:assert/strict";
import { test } from "node:test";

import { sValidator } from "@hono/standard-validator";
import { initTRPC } from "@trpc/server";
import { Hono } from "hono";
import { end, endStream, start, stream, update } from "liveschema";

const GOOD = { activity_id: "act_1", content_state: { title: "Nightly backup", type: "progress", percentage: 42 } };
const BAD = { activity_id: "act_1", content_state: { title: "Nightly backup", type: "progress", percentage: 142 } };

test("each schema has the interface of version 1", () => {
  for (const schema of [start, update, end, stream, endStream]) {
    assert.equal(schema["~standard"].version, 1);
    assert.equal(schema["~standard"].vendor, "liveschema");
  }
});

test("a valid value comes out as it is", () => {
  const result = update["~standard"].validate(GOOD);
  assert.equal(result.issues, undefined);
  assert.equal(result.value, GOOD);
});

test("issues have a message and a path, and warnings are none", () => {
  const { issues } = update["~standard"].validate(BAD);
  assert.deepEqual(issues, [
    { message: "percentage must be from 0 to 100, got 142", path: ["content_state", "percentage"] },
  ]);
  assert.deepEqual(update["~standard"].validate(null).issues?.[0].path, []);
  const warned = { ...GOOD, content_state: { ...GOOD.content_state, title: " " } };
  assert.equal(update["~standard"].validate(warned).value, warned);
});

test("what an official SDK adds without effect is left out of the value", () => {
  const added = {
    ...GOOD,
    content_state: { ...GOOD.content_state, icon: null, counts_down: true },
    action: { title: "Open", type: "open_url", url: "https://example.com/", method: "POST" },
  };
  const before = structuredClone(added);
  const { value } = update["~standard"].validate(added);
  assert.deepEqual(value, { ...GOOD, action: { title: "Open", type: "open_url", url: "https://example.com/" } });
  assert.deepEqual(added, before);
});

test("a schema for an existing activity takes its type only", () => {
  assert.equal(update.forType("progress")["~standard"].validate(GOOD).issues, undefined);
  assert.deepEqual(
    update
      .forType("timer")
      ["~standard"].validate(GOOD)
      .issues?.map(({ path }) => path),
    [["content_state", "type"]],
  );
});

test("tRPC takes a schema as the input of a procedure", async () => {
  const { router, procedure, createCallerFactory } = initTRPC.create();
  const app = router({ update: procedure.input(update).mutation(({ input }) => input.content_state.title) });
  const caller = createCallerFactory(app)({});
  assert.equal(await caller.update(GOOD), "Nightly backup");
  await assert.rejects(caller.update(BAD), (error) => {
    assert.equal(error.code, "BAD_REQUEST");
    assert.match(error.message, /percentage must be from 0 to 100, got 142/);
    return true;
  });
});

test("Hono takes a schema as a validator", async () => {
  const app = new Hono();
  app.post("/update", sValidator("json", update), (context) => context.json(context.req.valid("json").activity_id));
  const send = (payload) =>
    app.request("/update", {
      method: "POST",
      body: JSON.stringify(payload),
      headers: { "content-type": "application/json" },
    });
  assert.equal((await send(GOOD)).status, 200);
  const refused = await send(BAD);
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /"path":\["content_state","percentage"\]/);
});
