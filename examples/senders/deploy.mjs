// Reports the steps of a deploy: node deploy.mjs 3
import ActivitySmith from "activitysmith";

const client = new ActivitySmith({ apiKey: process.env.ACTIVITYSMITH_API_KEY });
const STEPS = ["build", "test", "migrate", "release"];
const step = Number(process.argv[2]);

await client.liveActivities.stream("deploy-web", {
  content_state: {
    title: "Deploy web",
    subtitle: STEPS[step - 1],
    type: "segmented_progress",
    number_of_steps: 4,
    current_step: step,
  },
  action: { title: "Open the pipeline", type: "open_url", url: process.env.PIPELINE_URL },
});
