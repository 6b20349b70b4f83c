// A timeline of any size, the same for the same size and seed: node tests/browser/made_timeline.mjs COUNT [SEED] > timeline.jsonl
// Arabic and English entries as merge writes them: dates of every precision, one to five sentences each, names as spans.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';

const STATES = [
  ['q:EG', 'Egypt', 'مصر'], ['q:JO', 'Jordan', 'الأردن'], ['q:DZ', 'Algeria', 'الجزائر'], ['q:IQ', 'Iraq', 'العراق'],
  ['q:MA', 'Morocco', 'المغرب'], ['q:TN', 'Tunisia', 'تونس'], ['q:LB', 'Lebanon', 'لبنان'], ['q:OM', 'Oman', 'عمان'],
  ['q:QA', 'Qatar', 'قطر'], ['q:SD', 'Sudan', 'السودان'], ['q:CN', 'China', 'الصين'], ['q:IN', 'India', 'الهند'],
  ['q:BR', 'Brazil', 'البرازيل'], ['q:KZ', 'Kazakhstan', 'كازاخستان'], ['q:KE', 'Kenya', 'كينيا'], ['q:PE', 'Peru', 'بيرو'],
];
const CITIES = [
  ['q:cairo', 'Cairo', 'القاهرة'], ['q:amman', 'Amman', 'عمّان'], ['q:tunis', 'Tunis', 'تونس العاصمة'],
  ['q:doha', 'Doha', 'الدوحة'], ['q:rabat', 'Rabat', 'الرباط'], ['q:nairobi', 'Nairobi', 'نيروبي'],
];
// Type, then trigger and title in Arabic and English.
const KINDS = [
  ['meeting', 'اجتمع', 'لقاء', 'met', 'Meeting'], ['founding', 'تأسس', 'تأسيس', 'founded', 'Founding'],
  ['visit', 'زار', 'زيارة', 'visited', 'Visit'], ['agreement', 'وقّع', 'اتفاق', 'signed', 'Agreement'],
  ['election', 'انتخب', 'انتخابات', 'elected', 'Election'], ['statement', 'أعلن', 'إعلان', 'announced', 'Statement'],
];
const MONTHS = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'];
const ENGLISH_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];
const AFTER_AR = ' لبحث التعاون في الطاقة والنقل والتعليم، واتفق الجانبان على لقاء ثان قبل نهاية العام.';
const AFTER_EN = ' to discuss energy, transport and schools, and both sides agreed to meet again before the year was out.';

function random(seed) {  // mulberry32
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const two = (number) => String(number).padStart(2, '0');
const last_day = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const person = (state, role) => ({ role, id: state[0], name_en: state[1], name_ar: state[2] });

function date_of(position, draw) {
  const month_no = Math.floor(position * 80 * 12), year = 1945 + Math.floor(month_no / 12), month = (month_no % 12) + 1;
  const end = last_day(year, month), day = 1 + Math.floor(draw() * end), sort = draw();
  const at = `${year}-${two(month)}`;
  if (sort < 0.1) return { edtf: `${year}`, first: `${year}-01-01`, last: `${year}-12-31`, precision: 'year', ar: `${year}`, en: `${year}` };
  if (sort < 0.25) return { edtf: at, first: `${at}-01`, last: `${at}-${end}`, precision: 'month', ar: `${MONTHS[month - 1]} ${year}`, en: `${ENGLISH_MONTHS[month - 1]} ${year}` };
  const text = `${at}-${two(day)}`, mark = sort < 0.3 ? '~' : '';
  return { edtf: text + mark, first: text, last: text, precision: 'day', ar: `${day} ${MONTHS[month - 1]} ${year}`, en: `${day} ${ENGLISH_MONTHS[month - 1]} ${year}` };
}

function mention(number, at, kind, who, whom, city, date, draw) {
  const arabic = draw() < 0.7, name = arabic ? 2 : 1, trigger = arabic ? kind[1] : kind[3];
  const when = arabic ? date.ar : date.en;
  const pieces = arabic ? [['', trigger], [' وفد ', who[2]], [' مع وفد ', whom[2]], [' في ', city[2]], [' في ', when]]
                        : [['Delegates of ', who[1]], [' ', trigger], [' those of ', whom[1]], [' in ', city[1]], [' on ', when]];
  let quote = '', start = 0;
  const highlights = [];
  for (const [before, text] of pieces) {
    const begin = [...(quote += before)].length;
    quote += text;
    if (text === trigger) start = begin;
    else highlights.push({ text, start: begin, end: begin + [...text].length });
  }
  quote += arabic ? AFTER_AR : AFTER_EN;
  const article = Math.floor(draw() * 5000);
  return {
    doc: `a${article}`, event: `e${number}-${at}`, source: `https://news${article % 12}.example.org/${article}`,
    source_title: arabic ? `تقرير عن ${who[name]} رقم ${article}` : `Report ${article} on ${who[name]}`, published: '2025-06-01',
    lang: arabic ? 'ar' : 'en', quote, date_text: when, date_edtf: date.edtf, date_basis: 'explicit', factuality: 'actual',
    start, end: start + [...trigger].length, trigger, sentence_start: 0, sentence_end: [...quote].length, highlights,
    attributed_to: null, rule: `${arabic ? 'ar' : 'en'}/events/${kind[0]}.rules:14 ${kind[0]}/happens`,
  };
}

/// The entries in the order of their days, as merge writes them.
export function made_timeline(count, seed = 1) {
  const draw = random(seed), pick = (list) => list[Math.floor(draw() * list.length)];
  const entries = [];
  for (let number = 0; number < count; ++number) {
    const date = date_of(number / count, draw), kind = pick(KINDS), who = pick(STATES), city = pick(CITIES);
    const whom = pick(STATES.filter((state) => state !== who)), mentions = [];
    for (let at = 0, total = draw() < 0.7 ? 1 : 2 + Math.floor(draw() * 4); at < total; ++at)
      mentions.push(mention(number, at, kind, who, whom, city, date, draw));
    entries.push({
      id: `t${createHash('sha1').update(`${seed}/${number}`).digest('hex').slice(0, 10)}`, type: kind[0], phase: null,
      date_edtf: date.edtf, first: date.first, last: date.last, granularity: date.precision, date_basis: 'explicit',
      factuality: draw() < 0.05 ? 'planned' : 'actual', participants: [person(who, 'subject'), person(whom, 'object')],
      place: { id: city[0], name_en: city[1], name_ar: city[2] }, title_ar: `${kind[2]} ${who[2]} و${whom[2]} في ${city[2]}`,
      title_en: `${kind[4]}: ${who[1]} and ${whom[1]} in ${city[1]}`, conflict: null, mentions, merge_reasons: [],
    });
  }
  const key = (entry) => entry.first + entry.last;
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count, seed] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(count) || count < 0) {
    console.error('usage: node made_timeline.mjs COUNT [SEED] > timeline.jsonl');
    process.exit(2);
  }
  for (const entry of made_timeline(count, seed))
    if (!process.stdout.write(`${JSON.stringify(entry)}\n`)) await once(process.stdout, 'drain');
}
