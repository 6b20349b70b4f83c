// The same made-up events as our page, in vis-timeline and in TimelineJS, side by side in Chromium:
//   make page-bench        or   tests/browser/run.sh build/release/tarikh tests/bench/page/page_bench.mjs [COUNT …]
// Medians of RUNS (5) cold loads over HTTP from this machine. CPU is what the main thread worked until it came to rest;
// `first event` is when the first event stood on the screen. A page that takes longer than kPatience to rest is loaded
// once, and one that takes longer than kGiveUp is told as such.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { made_timeline } from '../../browser/made_timeline.mjs';

const kPatience = 30e3, kGiveUp = 300e3, kQuiet = 1000;
const runs = Number(process.env.RUNS ?? 5), counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20, 1000, 10000];
const root = mkdtempSync(join(tmpdir(), 'tarikh-bench-')), modules = fileURLToPath(new URL('node_modules', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.woff2': 'font/woff2' };

const day = (iso) => { const [year, month, date] = iso.split('-').map(Number); return { year, month, day: date }; };
const inline = (value) => JSON.stringify(value).replace(/</g, '\\u003c');

// Each writes a page of the entries into a folder, and tells which file a reader opens; and what its events are.
const kInOne = 2000;  // more events than this become several documents, unless they are asked for in one
function write_ours(folder, entries, ...options) {
  const input = join(folder, 'timeline.jsonl');
  writeFileSync(input, entries.map((entry) => JSON.stringify(entry) + '\n').join(''));
  execFileSync(process.env.TARIKH, ['page', input, ...options]);
}
const SUBJECTS = {
  'tarikh, one file': {
    event: '.entry h4',
    write: (folder, entries) => write_ours(folder, entries, '-o', join(folder, 'index.html'), '--single-file'),
  },
  'tarikh, folder': {
    event: '.entry h4',
    write(folder, entries) {
      write_ours(folder, entries, '-o', join(folder, 'site'));
      return 'site/' + (entries.length > kInOne ? readdirSync(join(folder, 'site')).filter((file) => /^y\d+\.html$/.test(file)).sort()[0] : 'index.html');
    },
  },
  'vis-timeline': {
    event: '.vis-item',
    write(folder, entries) {
      const items = entries.map((entry) => ({ id: entry.id, content: entry.title_ar, start: entry.first, ...(entry.last !== entry.first && { end: entry.last }) }));
      writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>vis</title>
<link rel="stylesheet" href="/modules/vis-timeline/styles/vis-timeline-graph2d.min.css"><script src="/modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<div id="timeline"></div><script>new vis.Timeline(document.getElementById('timeline'), new vis.DataSet(${inline(items)}), { rtl: true, height: 600 });</script>`);
    },
  },
  TimelineJS: {
    event: '.tl-timemarker',
    write(folder, entries) {
      const events = entries.map((entry) => ({ start_date: day(entry.first), end_date: day(entry.last), unique_id: entry.id, text: { headline: entry.title_ar, text: entry.mentions[0].quote } }));
      writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="/modules/@knight-lab/timelinejs/dist/css/timeline.css"><script src="/modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<div id="timeline" style="height:600px"></div><script>new TL.Timeline('timeline', ${inline({ events })}, { language: 'ar', font: null });</script>`);
    },
  },
};

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = path.startsWith('/modules/') ? join(modules, path.slice(9)) : join(root, path);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
  createReadStream(file).pipe(response);
});

// When the first event has a place on the screen.
function watch(selector) {
  const look = () => {
    const event = document.querySelector(selector), box = event?.getBoundingClientRect();
    if (box?.height > 0) window.firstEvent = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function load(browser, address, selector) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } }), page = await context.newPage();
  try {
    await page.route((url) => url.hostname !== '127.0.0.1', (route) => route.abort());  // what others fetch from outside is not our line's speed
    await page.addInitScript(watch, selector);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    const start = Date.now();
    await page.goto(address, { waitUntil: 'commit', timeout: kGiveUp });
    await page.waitForFunction(() => window.firstEvent && document.readyState === 'complete', null, { timeout: kGiveUp, polling: 250 });
    for (let last = -1, now = await busy(); now - last > 20; now = await busy()) {
      last = now;
      await page.waitForTimeout(kQuiet);
    }
    const took = Date.now() - start;
    return { cpu: await busy(), first: await page.evaluate(() => window.firstEvent), took };
  } catch (error) {
    if (error.name === 'TimeoutError') return null;
    throw error;
  } finally {
    await context.close();
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function measure(browser, name, file) {
  const results = [];
  while (results.length < runs) {
    const result = await load(browser, `http://127.0.0.1:${server.address().port}/${file}`, SUBJECTS[name].event);
    if (!result) return `not at rest within ${kGiveUp / 1000} s | –`;
    results.push(result);
    if (result.took > kPatience) break;
  }
  const once = results.length < runs ? ' (one run)' : '';
  return `${Math.round(median(results.map(({ cpu }) => cpu)))} ms${once} | ${Math.round(median(results.map(({ first }) => first)))} ms`;
}

await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const own = process.env.CHROMIUM;
const browser = await chromium.launch({ executablePath: own && existsSync(own) ? own : undefined, args: ['--no-sandbox'] });
try {
  console.log(`Chromium ${browser.version()}, medians of ${runs} loads\n\n| events | page | main thread | first event |\n| --- | --- | --- | --- |`);
  for (const count of counts) {
    const entries = made_timeline(count);
    for (const name in SUBJECTS) {
      const place = `${Object.keys(SUBJECTS).indexOf(name)}-${count}`, folder = join(root, place);
      mkdirSync(folder);
      const file = SUBJECTS[name].write(folder, entries) ?? 'index.html';
      console.log(`| ${count.toLocaleString('en')} | ${name} | ${await measure(browser, name, `${place}/${file}`)} |`);
    }
  }
} finally {
  await browser.close();
  server.close();
  rmSync(root, { recursive: true, force: true });
}
