// The browser that drives the playground, which `tools/playground.py` serves at the address in PLAYGROUND.

import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const executablePath = CHROMIUM.find((path) => path !== undefined && existsSync(path));
export const address = process.env.PLAYGROUND;

export function launch() {
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
}

/** Wait until the checker has started and has answered about the text. */
export async function answered(page) {
  await page.waitForFunction(() => document.documentElement.dataset.state === "ready", undefined, { timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector("#detail").textContent !== "");
}
