// The types are there for CommonJS, too.

import { check, type Problem, update, type UpdateRequest } from "liveschema";

const request: UpdateRequest = { activity_id: "act_1", content_state: { title: "Backup", percentage: 42 } };
const problems: Problem[] = check(request, "update");

export = { problems, valid: update.isValid(request) };
