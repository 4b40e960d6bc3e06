// Round-trips payloads through the converters of quicktype, and prints their number.
const assert = require("node:assert");
const fs = require("node:fs");

let count = 0;
for (const task of JSON.parse(fs.readFileSync(0, "utf8"))) {
  const { Convert } = require(task.module);
  const name = task.class[0].toLowerCase() + task.class.slice(1);
  for (const file of task.files) {
    const text = fs.readFileSync(file, "utf8");
    const back = Convert[`${name}ToJson`](Convert[`to${task.class}`](text));
    assert.deepEqual(JSON.parse(back), JSON.parse(text), file);
    count += 1;
  }
}
console.log(count);
