/** Draws public/icons/<size>.png from public/icons/clipsheet.svg with Chromium: `node scripts/icons.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromiumSwitches, requireBrowser } from './lib/browsers.mjs';

const sizes = [16, 32, 48, 128];
const drawing = readFileSync('public/icons/clipsheet.svg').toString('base64');

const browser = await puppeteer.launch({ executablePath: requireBrowser('chromium'), args: chromiumSwitches });
try {
  const page = await browser.newPage();
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } img { display: block }</style>
      <img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
    );
    writeFileSync(`public/icons/${size}.png`, await page.screenshot({ type: 'png', omitBackground: true }));
  }
} finally {
  await browser.close();
}
