// Sends payloads through quicktype's converters and back; prints how many.
const assert = require("node:assert");
const fs = require("node:fs");

let count = 0;
for (const job of JSON.parse(fs.readFileSync(0, "utf8"))) {
  const { Convert } = require(job.module);
  const name = job.class[0].toLowerCase() + job.class.slice(1);
  for (const file of job.files) {
    const text = fs.readFileSync(file, "utf8");
    const back = Convert[`${name}ToJson`](Convert[`to${job.class}`](text));
    assert.deepEqual(JSON.parse(back), JSON.parse(text), file);
    count += 1;
  }
}
console.log(count);
