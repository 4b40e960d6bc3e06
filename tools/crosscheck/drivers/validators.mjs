// Compares what validators say about the vectors that a schema can judge; writes how often each says otherwise.
import { readFileSync } from "node:fs";
import { Validator as Cfworker } from "@cfworker/json-schema";
import schemasafe from "@exodus/schemasafe";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { compileSchema } from "json-schema-library";
import jsonschema from "jsonschema";

const ajv = new Ajv();
const ajv2020 = new Ajv2020.default();
const VALIDATORS = [
  { name: "ajv", folder: "", compile: (schema) => ajv2020.compile(schema) },
  { name: "ajv", folder: "draft-07/", compile: (schema) => ajv.compile(schema) },
  {
    name: "@cfworker/json-schema",
    folder: "",
    compile: (schema) => {
      const validator = new Cfworker(schema, "2020-12");
      return (payload) => validator.validate(payload).valid;
    },
  },
  {
    name: "@hyperjump/json-schema",
    folder: "",
    compile: async (schema) => {
      registerSchema(schema);
      const compiled = await validate(schema.$id);
      return (payload) => compiled(payload).valid;
    },
  },
  { name: "@exodus/schemasafe", folder: "", compile: (schema) => schemasafe.validator(schema, { mode: "lax" }) },
  {
    name: "json-schema-library",
    folder: "",
    compile: (schema) => {
      const compiled = compileSchema(schema);
      return (payload) => compiled.validate(payload).valid;
    },
  },
  {
    name: "jsonschema",
    folder: "draft-07/",
    compile: (schema) => (payload) => new jsonschema.Validator().validate(payload, schema).valid,
  },
];

const read = (path) => JSON.parse(readFileSync(`${process.env.SCHEMAS}/${path}`, "utf8"));
const vectors = read("vectors.json").filter((each) => each.expressible && !each.activity_type);
const results = [];
for (const { name, folder, compile } of VALIDATORS) {
  const compiled = {};
  let otherwise = 0;
  for (const { operation, payload, problems } of vectors) {
    compiled[operation] ??= await compile(read(`${folder}${operation}.schema.json`));
    const valid = !problems.some(({ severity }) => severity === "error");
    if (Boolean(compiled[operation](payload)) !== valid) otherwise += 1;
  }
  results.push({ name, folder, otherwise });
}
console.log(JSON.stringify({ vectors: vectors.length, results }));
