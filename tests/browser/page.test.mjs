// The page in a real Chromium, opened from disk: what readers do with it, and that nothing leaves it.
//   tests/browser/run.sh build/release/tarikh
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { made_timeline } from './made_timeline.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.SCREENSHOTS;
const root = mkdtempSync(join(tmpdir(), 'tarikh-page-'));
const sample = readFileSync(join(here, 'sample.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const address = (file, hash = '', site = 'sample') => pathToFileURL(join(root, site, file)).href + hash;
let browser;

// A page of entries, below the folder of this run.
function make(site, entries, ...options) {
  const input = join(root, site + '.jsonl');
  writeFileSync(input, entries.map((entry) => JSON.stringify(entry) + '\n').join(''));
  execFileSync(process.env.TARIKH, ['page', input, '-o', join(root, site),
    '--title-ar', 'من خماسي شنغهاي إلى بريكس', '--title-en', 'From the Shanghai Five to BRICS', ...options], { stdio: 'inherit' });
}

before(async () => {
  make('sample', sample);
  const own = process.env.CHROMIUM;
  browser = await chromium.launch({ executablePath: own && existsSync(own) ? own : undefined, args: ['--no-sandbox'] });
});
after(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

// Opens a page and fails the test if it asks for anything outside, complains, or breaks its own policy.
async function open(t, file, { site = 'sample', hash = '', width = 1280, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => { complaints.push('dialog ' + dialog.message()); dialog.dismiss(); });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => { if (!/^(file|data):/.test(request.url())) complaints.push('request ' + request.url()); });
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints, []);
  });
  await page.goto(address(file, hash, site));
  return page;
}
// What axe finds. Its preloading of style sheets cannot work from disk.
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return result.violations.map((v) => [v.id, ...v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200))]);
}
const visible = (page) => page.locator('.entry:visible').count();
const shown = (page) => page.locator('#shown').textContent();

describe('reading', () => {
  test('everything is there without script, in date order', async (t) => {
    const page = await open(t, 'index.html', { javaScriptEnabled: false });
    assert.equal(await visible(page), sample.length);
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
    assert.equal(await page.locator('#tools').isVisible(), false);
    const times = await page.locator('.entry').evaluateAll((all) => all.map((li) => li.dataset.first || li.dataset.last));
    assert.deepEqual(times, [...times].sort());
    const evidence = page.locator('.entry details').nth(3);
    await evidence.locator('summary').click();
    assert.ok(await evidence.locator('mark.trigger').first().isVisible());
    assert.ok(await evidence.locator('mark.date').first().isVisible());
    await page.locator('.bars a').last().click();
    assert.match(page.url(), /#y2030/);
  });

  test('a conflict shows both claims, a plan says it is one', async (t) => {
    const page = await open(t, 'index.html');
    const conflict = page.locator('.entry.conflict').first();
    assert.deepEqual(await conflict.locator('.claims strong').allTextContents(), ['15 يونيو 2001', 'يونيو 2002']);
    const boxes = await conflict.locator('.claims li').evaluateAll((all) => all.map((li) => li.getBoundingClientRect().top));
    assert.equal(boxes[0], boxes[1]);
    assert.ok(await page.locator('.entry.planned .planned-badge').first().isVisible());
  });

  test('English is one link away and keeps the place', async (t) => {
    const page = await open(t, 'index.html');
    const id = await page.locator('.entry').nth(5).getAttribute('id');
    await page.locator('#' + id + ' h4 a').click();
    await page.locator('#language').click();
    assert.match(page.url(), new RegExp('en.html#' + id));
    assert.equal(await page.getAttribute('html', 'dir'), 'ltr');
    assert.equal(await page.locator('h1').textContent(), 'From the Shanghai Five to BRICS');
  });

  test('a link to an event arrives there, also when filters hid it', async (t) => {
    const page = await open(t, 'en.html');
    await page.getByLabel('Membership').check();
    const id = await page.locator('.entry[hidden]').nth(20).getAttribute('id');
    await page.goto(address('en.html', '#' + id));
    const top = await page.locator('#' + id).evaluate((li) => li.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 12, 'at ' + top);
    assert.equal(await visible(page), sample.length);
  });

  test('a single file has its style, script and face, and runs nothing that is added to it', async (t) => {
    mkdirSync(join(root, 'single'));
    for (const [file, language] of [['ar.html', 'ar'], ['en.html', 'en']]) {
      make('single/' + file, sample, '--single-file', '--page-lang', language);
      assert.equal(readFileSync(join(root, 'single', file), 'utf8').split('data:font/woff2').length, 3);
      const page = await open(t, file, { site: 'single' });
      assert.equal(await shown(page), language === 'ar' ? 'المعروض: 39 من 39' : 'Showing 39 of 39');
      assert.equal(await page.locator('.entry').first().evaluate((li) => getComputedStyle(li).position), 'relative');
      assert.ok(await page.evaluate(async () => (await document.fonts.load('700 20px Naskh', 'قمة')).length > 0));
      await page.fill('#query', '2003');
      await page.waitForFunction(() => document.querySelectorAll('.entry:not([hidden])').length < 39);
      await page.locator('h4 a:visible').first().click();
      assert.match(page.url(), /#e-/);
      const bare = await open(t, file, { site: 'single', bypassCSP: true });
      assert.deepEqual(await violations(bare), []);
    }
    const spoilt = readFileSync(join(root, 'single', 'en.html'), 'utf8').replace('</head>', '<script>window.ran = 1</script><style>h1 { display: none }</style></head>');
    writeFileSync(join(root, 'single', 'spoilt.html'), spoilt);
    const context = await browser.newContext(), page = await context.newPage();
    await page.goto(address('spoilt.html', '', 'single'));
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.ok(await page.locator('h1').isVisible());
    await context.close();
  });

  test('evidence is unfolded near the window, and everywhere for print and the browser\'s own search', async (t) => {
    const entries = made_timeline(300);
    make('folded', entries);
    const page = await open(t, 'index.html', { site: 'folded' }), folded = () => page.locator('.entry > noscript').count();
    await page.locator('.entry summary').first().waitFor();
    assert.ok(await folded() > 200);
    const lowest = await page.evaluate(() => document.documentElement.scrollHeight);
    const far = entries.findLast((entry) => entry.mentions[0].lang === 'ar'), last = page.locator('#e-' + far.id);
    await page.fill('#query', far.mentions[0].source_title);
    await page.waitForFunction(() => document.querySelectorAll('.entry:not([hidden])').length < 20);
    assert.ok(await last.isVisible());
    await page.click('#reset');
    await page.locator('#months').selectOption('levant');
    await page.goto(address('index.html', '#e-' + far.id, 'folded'));
    await last.locator('summary').click();
    assert.equal(await last.locator('blockquote').first().textContent(), far.mentions[0].quote);
    assert.match(await last.locator('.cited').first().textContent(), /1 حزيران 2025/);
    assert.ok(await folded() > 200);
    await page.keyboard.press('Control+f');
    assert.equal(await folded(), 0);
    // On the way to the browser's menu.
    for (const away of [() => window.dispatchEvent(new Event('blur')), () => document.documentElement.dispatchEvent(new Event('mouseleave'))]) {
      const left = await open(t, 'index.html', { site: 'folded' });
      assert.ok(await left.locator('.entry > noscript').count() > 200);
      await left.evaluate(away);
      await left.waitForFunction(() => !document.querySelector('.entry > noscript'));
    }
    const printed = await open(t, 'index.html', { site: 'folded' });
    await printed.pdf();
    assert.equal(await printed.locator('.entry details[open]').count(), 300);
    // Folded years are about as high as they will be.
    const whole = await page.evaluate(() => {
      for (const part of document.querySelectorAll('.year, .month, .entry')) part.style.contentVisibility = 'visible';
      return document.documentElement.scrollHeight;
    });
    assert.ok(Math.abs(lowest / whole - 1) < 0.25, `${lowest} of ${whole}`);
  });

  test('style, script and faces stay within their budget', () => {
    const packed = (file) => gzipSync(readFileSync(join(root, 'sample', file)), { level: 9 }).length / 1024;
    for (const [file, most] of [['style.css', 6], ['script.js', 25], ['naskh-regular.woff2', 20], ['naskh-bold.woff2', 20]])
      assert.ok(packed(file) <= most, `${file}: ${packed(file)} KB`);
  });

  test('opened by a link to an event, it tells how many are shown', async (t) => {
    const page = await open(t, 'en.html', { hash: '#e-' + sample[20].id });
    assert.match(await shown(page), new RegExp(`${sample.length}.*${sample.length}`));
  });

  test('a name without a space stays inside a phone', async (t) => {
    const name = 'Donaudampfschifffahrts'.repeat(4);
    make('names', [{ ...sample[20], title_en: name, participants: [{ role: 'subject', id: 'x:long', name_en: name, name_ar: name }] }]);
    for (const file of ['index.html', 'en.html']) {
      const page = await open(t, file, { site: 'names', width: 360 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }
  });

  test('a link is exact among two thousand events', async (t) => {
    make('large', Array.from({ length: 2000 }, (_, i) => ({ ...sample[i % sample.length], id: 't' + i, date_edtf: String(1900 + i / 16 | 0),
      first: (1900 + i / 16 | 0) + '-01-01', last: (1900 + i / 16 | 0) + '-12-31', granularity: 'year', conflict: null })));
    const page = await open(t, 'index.html', { site: 'large', hash: '#e-t1500' });
    await page.waitForTimeout(300);
    const top = await page.locator('#e-t1500').evaluate((li) => li.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 12, 'at ' + top);
    await page.fill('#query', 'قازان');
    await page.waitForFunction(() => document.querySelectorAll('.entry:not([hidden])').length < 200);
  });

  test('a link is exact among ten thousand events in one file', async (t) => {
    mkdirSync(join(root, 'whole'));
    const entries = made_timeline(10000);
    make('whole/all.html', entries, '--single-file');
    const page = await open(t, 'all.html', { site: 'whole', hash: '#e-' + entries[7500].id });
    await page.waitForTimeout(500);
    const top = await page.locator('#e-' + entries[7500].id).evaluate((li) => li.getBoundingClientRect().top);
    assert.ok(top >= -10 && top < 12, 'at ' + top);
  });

  test('a long timeline is an index and its parts, found and linked across', async (t) => {
    make('split', Array.from({ length: 2400 }, (_, i) => {
      const year = 1900 + (i / 20 | 0);
      return { ...sample[i % sample.length], id: 't' + i, date_edtf: String(year), first: year + '-01-01', last: year + '-12-31', granularity: 'year', conflict: null };
    }));
    const plain = await open(t, 'index.html', { site: 'split', javaScriptEnabled: false });
    assert.deepEqual(await plain.locator('.parts a').allTextContents(), ['1900 – 1949', '1950 – 1999', '2000 – 2019']);
    await plain.locator('.bars a').last().click();
    assert.match(plain.url(), /y2000\.html#y2015$/);
    await plain.waitForLoadState();
    assert.equal(await visible(plain), 400);
    await plain.locator('[rel=prev]').click();
    await plain.waitForLoadState();
    assert.equal(await visible(plain), 1000);
    const page = await open(t, 'index.html', { site: 'split', bypassCSP: true });
    assert.deepEqual(await violations(page), []);
    await page.fill('#find', 'اعلان استانا');
    await page.locator('.found li').first().waitFor();
    const hits = await page.locator('.found a').count();
    assert.equal(hits, Array.from({ length: 2400 }, (_, i) => sample[i % sample.length].title_ar).filter((title) => title === 'إعلان أستانا').length);
    await page.locator('.found a').last().click();
    assert.match(page.url(), /y2000\.html#e-t\d+$/);
    const linked = await open(t, 'index.html', { site: 'split', hash: '#e-t2390' });
    await linked.waitForURL(/y2000\.html#e-t2390$/);
    const top = await linked.locator('#e-t2390').evaluate((li) => li.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 12, 'at ' + top);
  });

  test('hostile texts are read, not run', async (t) => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{title}}\u202e';
    const poison = (value) => (typeof value === 'string' ? evil : Array.isArray(value) ? value.map(poison) : value);
    const names = { role: 'subject', id: evil, name_en: evil, name_ar: evil };
    make('hostile', sample.slice(0, 5).map((entry, i) => ({
      ...entry, id: i + evil, title_ar: evil, title_en: evil, participants: [names], place: names, merge_reasons: [{ kind: 'put_here', mentions: [0], who: evil, why: evil }],
      mentions: entry.mentions.map((mention) => ({ ...mention, source: i % 2 ? 'javascript:alert(3)' : 'https://example.org/' + evil,
        source_title: evil, quote: evil, trigger: evil, date_text: evil, attributed_to: evil, rule: evil, doc: evil, lang: poison(mention.lang), highlights: [] })),
    })));
    for (const file of ['index.html', 'en.html']) {
      const page = await open(t, file, { site: 'hostile' });
      assert.equal(await visible(page), 5);
      assert.equal(await page.locator('h4').first().textContent(), evil);
      assert.equal(await page.locator('img, .entry script, [href^=javascript]').count(), 0);
      await page.locator('.entry summary').first().click();
      await page.fill('#query', '<script>');
      await page.locator('[name=who]').first().check();
      await page.locator('h4 a').first().click();
      await page.locator('.stage').focus();
      await page.keyboard.press('Home');
      await page.locator('.tip').waitFor();
      assert.ok((await page.locator('.tip').textContent()).includes(evil));
    }
  });
});

describe('narrowing', () => {
  test('search folds vowels, hamza and digits, and has an address', async (t) => {
    const page = await open(t, 'index.html');
    await page.fill('#query', 'اعلان استانا');
    await page.waitForFunction(() => document.querySelectorAll('.entry:not([hidden])').length < 5);
    assert.match(await page.locator('.entry:visible h4').first().textContent(), /إعلان أستانا/);
    assert.match(page.url(), /#\?q=/);
    const url = page.url();
    await page.goto('about:blank');
    await page.goto(url);
    assert.equal(await page.inputValue('#query'), 'اعلان استانا');
    await page.fill('#query', '٢٠٠٣');
    assert.ok(await page.locator('.entry:visible').count() >= 1);
    await page.fill('#query', 'لا شيء كهذا');
    assert.ok(await page.locator('#none').isVisible());
    await page.click('#reset');
    assert.equal(await visible(page), sample.length);
  });

  test('types, participants and states combine', async (t) => {
    const page = await open(t, 'en.html');
    assert.equal(await shown(page), 'Showing 39 of 39');
    await page.getByLabel('Membership').check();
    const members = await visible(page);
    assert.equal(members, 10);
    await page.getByLabel('Iran', { exact: false }).first().check();
    assert.ok(await visible(page) < members);
    assert.equal(await page.locator('.year:visible').count(), await page.locator('.year').evaluateAll((all) => all.filter((y) => y.querySelector('.entry:not([hidden])')).length));
    await page.click('#reset');
    await page.getByLabel('Planned', { exact: false }).first().check();
    assert.equal(await visible(page), 3);
    await page.click('#reset');
    await page.locator('.tail summary').first().click();
    await page.getByLabel('Statement', { exact: false }).first().check();
    assert.equal(await visible(page), 2);
  });
});

describe('keys and axis', () => {
  test('arrows move along the axis in the reading direction, Enter opens', async (t) => {
    for (const [file, forward, title] of [['index.html', 'ArrowLeft', sample[1].title_ar], ['en.html', 'ArrowRight', sample[1].title_en]]) {
      const page = await open(t, file);
      await page.locator('.stage').focus();
      await page.keyboard.press(forward);
      await page.keyboard.press(forward);
      const said = await page.locator('.lanes [role=status]').textContent();
      assert.ok(said.includes(title), said);
      await page.locator('.tip').waitFor();
      await page.keyboard.press('Enter');
      assert.match(page.url(), /#e-/);
    }
  });

  test('zooming can limit the list to the period shown', async (t) => {
    const page = await open(t, 'en.html');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByLabel('Only the period shown').check();
    const some = await visible(page);
    assert.ok(some > 0 && some < sample.length);
    await page.getByRole('button', { name: 'Whole period' }).click();
    assert.equal(await visible(page), sample.length);
  });

  test('every event can be reached by Tab, in order, and by arrows in the list', async (t) => {
    const page = await open(t, 'index.html');
    await page.locator('#events').focus();
    const stops = [];
    while (stops.length < 400) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(async () => {
        // Months that were skipped until now are laid out in the frame after the focus has come.
        for (let frame = 0; frame < 2; ++frame) await new Promise(requestAnimationFrame);
        const at = document.activeElement, box = at.getBoundingClientRect();
        return at.closest('footer') || at === document.body ? null : { title: at.matches('h4 a') ? at.hash : '', seen: box.height > 0 && box.bottom > 0 && box.top < innerHeight };
      });
      if (!stop) break;
      assert.ok(stop.seen, 'a stop out of sight');
      stops.push(stop.title);
    }
    assert.deepEqual(stops.filter(Boolean), sample.map((entry) => '#e-' + entry.id));
    await page.locator('h4 a').first().focus();
    await page.keyboard.press('ArrowDown');
    const index = await page.evaluate(() => [...document.querySelectorAll('h4 a')].indexOf(document.activeElement));
    assert.equal(index, 1);
  });
});

describe('ways in', () => {
  test('lanes by a facet: keys move within and between them, the address keeps them', async (t) => {
    for (const [file, forward] of [['index.html', 'ArrowLeft'], ['en.html', 'ArrowRight']]) {
      const page = await open(t, file);
      await page.locator('#lanes-by').selectOption('type');
      assert.match(page.url(), /lanes=type/);
      await page.waitForFunction(() => document.querySelector('.stage canvas').clientHeight > 200);
      await page.locator('.stage').focus();
      await page.keyboard.press(forward);
      const lane = (said) => said.split(':')[0];
      const live = () => page.locator('.lanes [role=status]').textContent();
      const first = await live();
      await page.keyboard.press(forward);
      const second = await live();
      assert.notEqual(second, first);
      assert.equal(lane(second), lane(first));
      await page.keyboard.press('ArrowDown');
      assert.notEqual(lane(await live()), lane(first));
      await page.reload();
      assert.equal(await page.locator('#lanes-by').inputValue(), 'type');
    }
  });

  test('a brush over the bars chooses the stretch, in either direction, and the address keeps it', async (t) => {
    for (const file of ['index.html', 'en.html']) {
      const page = await open(t, file);
      const box = await page.locator('#strip').boundingBox();
      await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 4 });
      await page.mouse.up();
      const some = await visible(page);
      assert.ok(some > 0 && some < sample.length, String(some));
      await page.waitForURL(/only=yes.*from=\d{4}-\d\d-\d\d&to=/);
      await page.reload();
      assert.equal(await visible(page), some);
    }
  });

  test('years and where dates come from can be chosen', async (t) => {
    const page = await open(t, 'en.html');
    const year = page.locator('[data-facet=year] input').first();
    const count = Number(await page.locator('[data-facet=year] .count').first().textContent());
    await year.check();
    assert.equal(await visible(page), count);
    assert.match(page.url(), /year=\d{4}/);
    await page.click('#reset');
    const basis = page.locator('[data-facet=certainty] label').first();
    await basis.locator('input').check();
    assert.equal(await visible(page), Number(await basis.locator('.count').textContent()));
  });

  test('the roster tells who was in on a day', async (t) => {
    execFileSync(process.env.TARIKH, ['build', join(here, '../../docs/examples'), '-o', join(root, 'roster')], { stdio: ['ignore', 'ignore', 'inherit'] });
    const page = await open(t, 'en.html', { site: 'roster', hash: '#?day=2023-12-31' });
    const standing = (org, who) => page.locator('table', { has: page.locator('caption', { hasText: org }) }).locator('tr', { hasText: who }).first().getAttribute('data-standing');
    assert.equal(await standing('BRICS', 'Egypt'), 'not_yet');
    await page.fill('#roster-day', '2024-01-01');
    assert.equal(await standing('BRICS', 'Egypt'), 'member');
    assert.match(page.url(), /day=2024-01-01/);
    await page.locator('.roster td a').first().click();
    assert.match(page.url(), /#e-/);
  });
});

describe('in another page', () => {
  for (const file of ['index.html', 'en.html']) {
    test(`the code in the foot, and a frame of 400 pixels: ${file}`, async (t) => {
      const page = await open(t, file);
      await page.locator('[name=type]').first().check();
      await page.waitForURL(/#\?type=/);
      await page.locator('#embed').click();
      await page.waitForFunction(() => document.activeElement.id === 'embed-code');
      const code = await page.locator('#embed-code').inputValue();
      const host = join(root, 'host-' + file);
      writeFileSync(host, `<!doctype html><title>Host</title>${code.replace('https://example.org', 'sample').replace('100%', '400')}`);
      assert.equal(await page.evaluate(() => getSelection().toString()), code);
      const outer = await open(t, '../host-' + file, { width: 700 });
      const frame = outer.frames()[1];
      await frame.locator('.entry:visible').first().waitFor();
      assert.equal(await frame.evaluate(() => innerWidth), 400);
      assert.equal(await frame.locator('.entry:visible').count(), await visible(page));
      assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.ok(await frame.locator('.cited a').evaluateAll((all) => all.length > 0 && all.every((link) => link.target === '_blank')));
      await frame.locator('#reset').click();
      await frame.fill('#query', '2003');
      await frame.waitForFunction(() => document.querySelectorAll('.entry:not([hidden])').length < 39);
      await frame.locator('h4 a:visible').first().click();
      assert.match(frame.url(), /#e-/);
      assert.equal(await page.locator('.cited a[target]').count(), 0);
    });
  }
});

describe('taste', () => {
  test('names of months, digits and the Hijri calendar are the reader\'s choice, kept in the address', async (t) => {
    const page = await open(t, 'index.html');
    const conflict = page.locator('.claims strong').first();
    assert.equal(await page.locator('.hijri').first().isVisible(), false);
    await page.locator('#months').selectOption('levant');
    await page.locator('#digits').selectOption('arabic');
    await page.getByLabel('التاريخ الهجري').check();
    assert.equal(await conflict.textContent(), '١٥ حزيران ٢٠٠١');
    assert.match(await page.locator('.hijri').first().textContent(), / هـ$/);
    assert.ok(await page.locator('.hijri').first().isVisible());
    assert.match(await shown(page), /٣٩/);
    await page.reload();
    assert.equal(await conflict.textContent(), '١٥ حزيران ٢٠٠١');
    await page.locator('#months').selectOption('maghreb');
    await page.locator('#digits').selectOption('western');
    assert.equal(await conflict.textContent(), '15 جوان 2001');
  });

  test('it goes along from one part of a long timeline to the next, and to the other language and back', async (t) => {
    make('parts', made_timeline(2400));
    const page = await open(t, 'y1945.html', { site: 'parts' });
    await page.locator('#months').selectOption('levant');
    await page.locator('#digits').selectOption('arabic');
    await page.getByLabel('التاريخ الهجري').check();
    const wears = async () => {
      await page.waitForLoadState();
      assert.match(await page.locator('.dateline time').first().textContent(), /[٠-٩]/);
      assert.ok(await page.locator('.hijri').first().isVisible());
      assert.equal(await page.locator('#months').inputValue(), 'levant');
    };
    await page.locator('.turn [rel=next]').click();
    await wears();
    await page.locator('#language').click();
    await page.waitForLoadState();
    assert.ok(await page.locator('.hijri').first().isVisible());
    await page.locator('#language').click();
    await wears();
    await page.locator('.turn a', { hasText: 'الأجزاء' }).click();
    await page.waitForLoadState();
    assert.match(await page.locator('.parts a').last().textContent(), /[٠-٩]/);
    await page.locator('.parts a').last().click();
    await wears();
    await page.locator('#months').selectOption('egypt');
    await page.reload();
    assert.equal(await page.locator('#months').inputValue(), 'egypt');
    const odd = await open(t, 'y1945.html', { site: 'parts', hash: '?months=none&digits=%3C' });
    assert.match(await odd.locator('.dateline time').first().textContent(), /1945/);
  });

  test('the builder\'s choice holds without script', async (t) => {
    execFileSync(process.env.TARIKH, ['page', join(root, 'sample.jsonl'), '-o', join(root, 'levant'), '--month-names', 'levant', '--digits', 'arabic', '--hijri']);
    const page = await open(t, 'index.html', { site: 'levant', javaScriptEnabled: false });
    assert.equal(await page.locator('.claims strong').first().textContent(), '١٥ حزيران ٢٠٠١');
    assert.ok(await page.locator('.hijri').first().isVisible());
  });
});

describe('everyone', () => {
  for (const file of ['index.html', 'en.html']) {
    for (const width of [360, 1280]) {
      for (const scheme of ['light', 'dark', 'forced']) {
        test(`axe finds nothing: ${file} ${width} ${scheme}`, async (t) => {
          const look = scheme === 'forced' ? { forcedColors: 'active' } : { colorScheme: scheme };
          const page = await open(t, file, { width, ...look, bypassCSP: true });
          await page.locator('.entry details').evaluateAll((all) => all.slice(0, 8).forEach((details) => { details.open = true; }));
          assert.deepEqual(await violations(page), []);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, 'wider than the window by ' + overflow);
        });
      }
    }
  }

  test('forced colours and reduced motion', async (t) => {
    const page = await open(t, 'index.html', { forcedColors: 'active', reducedMotion: 'reduce', bypassCSP: true });
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.locator('.entry').first().evaluate((li) => getComputedStyle(li).transitionDuration), '0s');
  });

  test('print has every event, its evidence, and no controls', async (t) => {
    const page = await open(t, 'index.html');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await visible(page), sample.length);
    assert.equal(await page.locator('#tools').isVisible(), false);
    assert.ok(await page.locator('blockquote').last().isVisible());
  });
});

describe('filters', () => {
  for (const file of ['index.html', 'en.html']) {
    test(`${file}: a number stands beside its box`, async (t) => {
      const page = await open(t, file);
      const gaps = await page.locator('[data-facet=year] label').evaluateAll((all) => all.filter((label) => label.checkVisibility()).map((label) => {
        const range = document.createRange();
        range.selectNodeContents(label.querySelector('bdi'));
        const text = range.getBoundingClientRect(), box = label.querySelector('input').getBoundingClientRect();
        return Math.max(box.left - text.right, text.left - box.right);
      }));
      assert.ok(gaps.length > 0 && gaps.every((gap) => gap >= 0 && gap < 24), String(gaps));
    });
  }
});

describe('from articles to the page', () => {
  test('the examples become a page that keeps all of this', async (t) => {
    execFileSync(process.env.TARIKH, ['build', join(here, '../../docs/examples'), '-o', join(root, 'examples')], { stdio: ['ignore', 'ignore', 'inherit'] });
    for (const file of ['index.html', 'en.html']) {
      const page = await open(t, file, { site: 'examples', bypassCSP: true });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      assert.ok(await visible(page) > 20);
      const quotes = await page.locator('.entry details').evaluateAll((all) => all.map((details) => details.querySelectorAll('blockquote mark.trigger').length));
      assert.ok(quotes.every((count) => count > 0), 'an event without its words');
      assert.ok(await page.locator('.claims blockquote').count() >= 2);
      assert.deepEqual(await violations(page), []);
    }
  });
});

describe('in TimelineJS', () => {
  test('our export loads there, every event with its headline', async (t) => {
    const data = JSON.parse(execFileSync(process.env.TARIKH, ['export', '--format', 'timelinejs', join(here, 'sample.jsonl')], { stdio: ['ignore', 'pipe', 'ignore'] }));
    const context = await browser.newContext(), page = await context.newPage();
    t.after(() => context.close());
    await page.route(/^http/, (route) => route.abort());
    await page.setContent('<div id="timeline" style="height: 600px"></div>');
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('@knight-lab/timelinejs/dist/js/timeline.js') });
    await page.evaluate((timeline) => { new TL.Timeline('timeline', timeline, { font: null }); }, data);
    await page.locator('.tl-timemarker').nth(data.events.length - 1).waitFor({ state: 'attached' });
    const titles = await page.locator('.tl-timemarker .tl-headline').allTextContents();
    assert.equal(titles.length, sample.length);
    for (const entry of sample) assert.ok(titles.some((title) => [entry.title_ar, entry.title_en].includes(title.trim())), entry.title_en);
  });
});

describe('pictures', { skip: !pictures }, () => {
  const views = [
    ['ar', 'index.html', 1280, 900, 'light'], ['en', 'en.html', 1280, 900, 'light'], ['ar-dark', 'index.html', 1280, 900, 'dark'],
    ['ar-phone', 'index.html', 360, 760, 'light'], ['en-phone-dark', 'en.html', 360, 760, 'dark'],
  ];
  for (const [name, file, width, height, colorScheme] of views) {
    test(name, async (t) => {
      mkdirSync(pictures, { recursive: true });
      const page = await open(t, file, { width, height, colorScheme });
      await page.waitForTimeout(100);
      await page.screenshot({ path: join(pictures, name + '.png') });
    });
  }
  test('print', async (t) => {
    const page = await open(t, 'index.html');
    await page.pdf({ path: join(pictures, 'ar.pdf'), format: 'A4' });
  });
});
