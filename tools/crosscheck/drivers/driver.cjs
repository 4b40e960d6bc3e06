// Reads lines "CLASS<TAB>JSON", and writes each payload back after a round trip through its converter, or "!" and why not.
const { Convert } = require(process.argv[2]);

function through(name, text) {
  let made;
  try {
    made = Convert[`to${name}`](text);
  } catch (error) {
    return `!${error.message.replaceAll("\n", " ")}`;
  }
  return Convert[`${name[0].toLowerCase()}${name.slice(1)}ToJson`](made);
}

const lines = require("node:fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) {
  const [name, text] = line.split("\t", 2);
  console.log(through(name, text));
}
