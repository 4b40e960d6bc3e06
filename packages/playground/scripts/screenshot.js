// Writes a picture of the playground with a payload that has some mistakes: node scripts/screenshot.js FILE

import { address, answered, executablePath, launch } from "./browser.js";

const WIDTH = 1180;
const TEXT = `{
  "content_state": {
    "title": "prod-web-1",
    "subtitle": "since the last deploy",
    "type": "metrics",
    "metrics": [
      {"label": "CPU", "value": 71.4, "unit": "%"},
      {"label": "Memory", "value": 54, "unti": "%"}
    ],
    "colour": "cyan"
  },
  "action": {"title": "Dashboard", "type": "open_url", "url": "https://grafana.example"}
}`;

if (executablePath === undefined) throw new Error("no Chromium is installed");
const browser = await launch();
const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, deviceScaleFactor: 2 });
await page.goto(address);
await answered(page);
await page.locator("#operation").selectOption("stream");
await page.locator("#text").fill(TEXT);
await page.waitForFunction(() => document.querySelectorAll("#problems li").length > 1);
await page.locator("#text").blur();
const { height } = await page.locator("#problems").evaluate((each) => ({ height: each.getBoundingClientRect().bottom }));
await page.screenshot({
  path: process.argv[2],
  clip: { x: 0, y: 0, width: WIDTH, height: Math.ceil(height) + 24 },
  animations: "disabled",
  fullPage: true,
});
await browser.close();
