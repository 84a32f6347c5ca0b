// What a person meets on a published page: nothing fails in the console, nothing
// is loaded, the keyboard reaches everything, no width cuts anything off, and
// paper has all of it. axe-core is the second opinion on accessibility.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const folder = resolve(process.argv[2]);
const shots = process.env.SHOTS;
mkdirSync(shots, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const first = (name) => join(name, readdirSync(join(folder, name)).filter((f) => f.endsWith('.html')).sort()[0]);
const pages = {
  index: 'index.html',
  guide: first('guides'),
  'review-rules': first('review-rules'),
  theme: first('themes'),
};
const views = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
};

let wrong = 0;
const hold = (held, what) => {
  if (!held) {
    wrong += 1;
    console.error(`✘ ${what}`);
  }
};

for (const [view, options] of Object.entries(views)) {
  const context = await chromium.launchPersistentContext(join(process.env.PROFILE, view), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
    ...options,
  });
  for (const [name, file] of Object.entries(pages)) {
    const page = await context.newPage();
    const heard = [];
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error}`));
    page.on('requestfailed', (request) => heard.push(`failed: ${request.url()}`));
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    const url = pathToFileURL(join(folder, file)).href;
    await page.goto(url);
    const at = `${name} (${view})`;

    hold(heard.length === 0, `${at}: the console says ${heard}`);
    const foreign = requests.filter((r) => r !== url && !r.startsWith('data:'));
    hold(foreign.length === 0, `${at}: loads ${foreign}`);

    const seen = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      mode: document.compatMode,
      scripts: document.querySelectorAll('script, [onclick], [onload], iframe, object').length,
      landmarks: ['header', 'nav', 'main', 'footer'].map((tag) => document.querySelectorAll(`body > ${tag}`).length),
      headings: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1])),
      scopes: [...document.querySelectorAll('th')].every((th) => th.scope),
      captions: [...document.querySelectorAll('table')].every((table) => table.caption),
      width: [document.documentElement.scrollWidth, document.documentElement.clientWidth],
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
      dead: [...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(a.hash.slice(1))).length,
    }));
    hold(seen.lang === 'zh-CN' && seen.mode === 'CSS1Compat', `${at}: language or mode`);
    hold(seen.scripts === 0, `${at}: has scripts`);
    hold(seen.landmarks.join() === '1,1,1,1', `${at}: landmarks ${seen.landmarks}`);
    hold(seen.headings[0] === 1 && seen.headings.every((h, i) => i === 0 || (h >= 2 && h - seen.headings[i - 1] <= 1)), `${at}: headings ${seen.headings}`);
    hold(seen.scopes && seen.captions, `${at}: tables without scopes or captions`);
    hold(seen.width[0] <= seen.width[1], `${at}: wider than the window, ${seen.width}`);
    hold(new Set(seen.ids).size === seen.ids.length && seen.dead === 0, `${at}: anchors`);
    await page.screenshot({ path: join(shots, `${name}-${view}.png`), fullPage: true });

    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document));
    hold(violations.length === 0, `${at}: axe-core: ${violations.map((v) => `${v.id} (${v.nodes[0].target})`)}`);

    // By keyboard: the first stop is the way past the navigation, and it works;
    // then every link and every table is reached.
    await page.reload();
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      return [document.activeElement.className, box.top >= 0 && box.left >= 0 && box.width > 0];
    });
    hold(skip[0] === 'skip' && skip[1], `${at}: the first stop is ${skip}`);
    const stops = await page.evaluate(() => document.querySelectorAll('a[href], [tabindex="0"]').length);
    const reached = new Set();
    for (let stop = 0; stop < stops; stop += 1) {
      reached.add(await page.evaluate(() => {
        const all = [...document.querySelectorAll('a[href], [tabindex="0"]')];
        const style = getComputedStyle(document.activeElement);
        return `${all.indexOf(document.activeElement)} ${style.outlineStyle !== 'none'}`;
      }));
      await page.keyboard.press('Tab');
    }
    hold(reached.size === stops && ![...reached].some((r) => r.startsWith('-1') || r.endsWith('false')), `${at}: ${reached.size} of ${stops} stops are reached and shown`);
    await page.reload();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    hold(await page.evaluate(() => document.activeElement.id) === 'content', `${at}: the skip link leads nowhere`);

    if (view === 'desktop') {
      await page.emulateMedia({ media: 'print' });
      const paper = await page.evaluate(() => ({
        hidden: ['nav', '.skip'].every((what) => getComputedStyle(document.querySelector(what)).display === 'none'),
        cut: [...document.querySelectorAll('.table')].some((div) => getComputedStyle(div).overflowX !== 'visible'),
      }));
      hold(paper.hidden && !paper.cut, `${at}: on paper ${JSON.stringify(paper)}`);
      const pdf = await page.pdf({ path: join(shots, `${name}.pdf`), format: 'A4', preferCSSPageSize: true });
      hold(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 10_000, `${at}: no PDF`);
    }
    await page.close();
  }
  await context.close();
}

console.log(wrong === 0 ? `✔ ${Object.keys(pages).length} pages in ${Object.keys(views).length} views; pictures in ${shots}` : `${wrong} faults`);
process.exit(wrong === 0 ? 0 : 1);
