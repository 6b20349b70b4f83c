// The exports as other programs' readers see them: a calendar, a spreadsheet, CSV, feed and XML parsers, and a parser of EDTF,
// which must find in every date the days that stand beside it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Package } from 'datapackage';
import edtf from 'edtf';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';

const input = join(fileURLToPath(new URL('.', import.meta.url)), 'sample.jsonl');
const sample = readFileSync(input, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const written = (format) => execFileSync(process.env.TARIKH, ['export', '--format', format, input], { stdio: ['ignore', 'pipe', 'ignore'] });
const rows = (bytes) => {
  const { data, errors } = Papa.parse(bytes.toString('utf8'), { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
};

test('csv: every cell comes back, and every date is EDTF of the days beside it', () => {
  const table = rows(written('csv'));
  assert.deepEqual(table.map((row) => row.event_id), sample.map((entry) => entry.id));
  for (const row of table) {
    if (row.date_precision === 'season') continue;  // its first month is a convention
    const date = edtf(row.date_edtf), day = (time) => new Date(time).toISOString().slice(0, 10);
    if (row.date_start) assert.equal(day(date.min), row.date_start, row.date_edtf);
    if (row.date_end) assert.equal(day(date.max), row.date_end, row.date_edtf);
  }
  assert.deepEqual(table.map((row) => row.quote), sample.map((entry) => (entry.mentions.find((m) => m.date_edtf === entry.date_edtf) ?? entry.mentions[0]).quote));
});

test('excel: the same table behind a byte order mark', () => {
  const bytes = written('excel').toString('utf8');
  assert.equal(bytes.codePointAt(0), 0xfeff);
  assert.deepEqual(rows(bytes).map((row) => row.title_ar), sample.map((entry) => entry.title_ar));
});

test('mentions: one row per event and article', () => {
  assert.deepEqual(rows(written('mentions')).map((row) => row.quote), sample.flatMap((entry) => entry.mentions.map((mention) => mention.quote)));
});

test('datapackage: valid, and every cell of the tables of a build has the type it says', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tarikh-package-'));
  t.after(() => rmSync(folder, { recursive: true }));
  execFileSync(process.env.TARIKH, ['build', join(input, '../../../docs/examples'), '-o', folder, '-q']);
  const described = await Package.load(join(folder, 'datapackage.json'));
  assert.deepEqual(described.errors, []);
  assert.deepEqual(described.resourceNames, ['events', 'mentions', 'memberships']);
  for (const table of described.resources) {
    const read = await table.read({ keyed: true, relations: true });  // throws at a cell or key that does not fit
    assert.ok(read.length > 10, table.name);
    assert.deepEqual(table.headers, table.schema.fieldNames);
  }
});

test('datapackage: days before the year 0 are no dates for it', () => {
  const described = JSON.parse(execFileSync(process.env.TARIKH, ['export', '--format', 'datapackage'],
    { input: JSON.stringify({ ...sample[0], date_edtf: '-0043-03-15', first: '-0043-03-15', last: '-0043-03-15' }) }));
  const types = Object.fromEntries(described.resources[0].schema.fields.map((field) => [field.name, field.type]));
  assert.equal(types.date_start, 'string');
  assert.equal(types.source_published, 'date');
});

test('xlsx: both sheets open', async () => {
  const bytes = written('xlsx'), events = await readSheet(bytes, 1), mentions = await readSheet(bytes, 2);
  assert.deepEqual(events.slice(1).map((row) => row[0]), sample.map((entry) => entry.id));
  assert.deepEqual(events.slice(1).map((row) => row[events[0].indexOf('title_ar')] ?? ''), sample.map((entry) => entry.title_ar));
  assert.equal(mentions.length - 1, sample.flatMap((entry) => entry.mentions).length);
});

test('ics: whole days', () => {
  const calendar = new ICAL.Component(ICAL.parse(written('ics').toString('utf8')));
  const events = new Map(calendar.getAllSubcomponents('vevent').map((event) => [event.getFirstPropertyValue('uid'), new ICAL.Event(event)]));
  const closed = sample.filter((entry) => entry.first && entry.last);
  assert.equal(events.size, closed.length);
  for (const entry of closed) {
    const event = events.get(entry.id + '@tarikh');
    assert.equal(event.startDate.toString(), entry.first);
    event.endDate.adjust(-1, 0, 0, 0);
    assert.equal(event.endDate.toString(), entry.last);
    assert.ok([entry.title_ar, entry.title_en].includes(event.summary));
  }
});

test('atom: a feed, newest articles first', () => {
  const xml = written('atom').toString('utf8');
  assert.equal(XMLValidator.validate(xml), true);
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml);
  assert.equal(feed.entry.length, sample.length);
  const times = feed.entry.map((entry) => entry.updated);
  assert.deepEqual(times, [...times].sort().reverse());
  assert.equal(new Set(feed.entry.map((entry) => entry.id)).size, sample.length);
  assert.equal(feed.updated, times[0]);
  for (const entry of feed.entry) assert.ok(entry.title && entry.content);
});

test('svg: well formed, without script and without anything from outside', () => {
  const xml = written('svg').toString('utf8');
  assert.equal(XMLValidator.validate(xml), true);
  assert.doesNotMatch(xml, /<script|href=|url\(/);
});

test('jsonld: schema.org events with EDTF', () => {
  const graph = JSON.parse(written('jsonld'))['@graph'];
  assert.equal(graph.length, sample.length);
  for (const event of graph) {
    assert.equal(event['@type'], 'Event');
    assert.ok(event.startDate || event.endDate);
    assert.doesNotThrow(() => edtf(event.date), event.date);
  }
});

test('timelinejs: dates that its reader takes', () => {
  const { events } = JSON.parse(written('timelinejs'));
  assert.equal(events.length, sample.length);
  for (const { start_date: date, text } of events) {
    assert.ok(Number.isInteger(+date.year) && text.headline);
    if (date.day) assert.ok(+date.month >= 1 && +date.day >= 1);
  }
});

test('timesketch: the columns it insists on, with full times', () => {
  for (const row of rows(written('timesketch'))) {
    assert.ok(row.message && row.timestamp_desc);
    assert.ok(Number.isFinite(Date.parse(row.datetime)), row.datetime);
  }
});

test('jsonl: nothing is lost', () => {
  assert.deepEqual(written('jsonl').toString('utf8').trim().split('\n').map((line) => JSON.parse(line)), sample);
});
