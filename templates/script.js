// Ways through a page that is complete without this file: search, filters, a zoomable axis, keys. It makes no request,
// stores nothing, and writes texts only as text.
'use strict';
document.documentElement.classList.add('js');

// The evidence of an event is one text in a noscript element, not yet a hundred elements, until the event comes near the window.
const early = [];
let arrived = (entry) => early.push(entry);
document.addEventListener('contentvisibilityautostatechange', ({ target, skipped }) => { if (!skipped) arrived(target); }, true);

// In parentheses: compiled at once, since it is called in any case.
document.addEventListener('DOMContentLoaded', (() => {
  const $ = (id) => document.getElementById(id);
  const words = JSON.parse($('strings').textContent);
  const rtl = document.documentElement.dir === 'rtl';
  // ---- search: as a reader types it, without vowels, hamza seats, ta marbuta, and with either kind of digits
  const fold = (text) => text.normalize('NFKD').toLowerCase()
    .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c]/gu, '')
    .replace(/\u0671/g, 'ا').replace(/[ىی]/g, 'ي').replace(/ة/g, 'ه').replace(/ک/g, 'ك')
    .replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0)
    .replace(/\s+/g, ' ');

  // ---- the state of the page is in its address, so that it can be sent and kept
  const address = () => new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : '');
  function put(changes) {
    const state = address();
    for (const key in changes) {
      state.delete(key);
      for (const value of [changes[key]].flat()) if (value) state.append(key, value);
    }
    const text = state.toString();
    history.replaceState(null, '', text ? '#?' + text : location.pathname + location.search);
  }

  // ---- the reader's taste: names of months and digits, where the page speaks and no source is quoted
  const html = document.documentElement, sets = ['egypt', 'levant', 'maghreb'].filter((name) => words[name]);
  const built = { months: html.dataset.months, digits: html.dataset.digits, hijri: html.classList.contains('with-hijri') ? 'yes' : 'no' };
  // It goes along to the other documents of this timeline in their addresses: from disk nothing else is shared.
  const asked = new URLSearchParams(location.search), given = { ...built, ...Object.fromEntries(asked) };
  let worn = built, axis = null;
  const numbers = new Map(sets.flatMap((set) => words[set].map((name, month) => [name, month])));
  const months = sets.length && new RegExp('(?<!\\p{L})(' + [...numbers.keys()].sort((a, b) => b.length - a.length).join('|') + ')(?!\\p{L})', 'gu');
  function say(text, set = worn.months) {
    if (!months || (set === built.months && worn.digits === built.digits && built.digits === 'western')) return text;
    text = text.replace(months, (name) => words[set][numbers.get(name)]).replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660);
    return worn.digits === 'arabic' ? text.replace(/\d/g, (d) => String.fromCharCode(0x660 + +d)) : text;
  }
  function redress(place) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), other = worn.months === 'levant' ? 'egypt' : 'levant';
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('bdi, code, [dir=auto]') && !node.parentElement.closest('[data-facet=year]')) continue;
      const said = say(node.data, node.parentElement.matches('.also') ? other : undefined);
      if (said !== node.data) node.data = said;
    }
  }
  function wear(taste) {
    const before = worn;
    worn = { months: sets.includes(taste.months) ? taste.months : built.months, digits: /^(arabic|western)$/.test(taste.digits) ? taste.digits : built.digits, hijri: taste.hijri };
    html.classList.toggle('with-hijri', worn.hijri === 'yes');
    // The English page passes on what it does not know.
    for (const key of sets.length ? ['months', 'digits', 'hijri'] : ['hijri']) worn[key] === built[key] ? asked.delete(key) : asked.set(key, worn[key]);
    if (worn.months === before.months && worn.digits === before.digits) return;
    const places = '.standfirst, .year > h2, .month > h3, .dateline, .claims strong, .cited, summary, .bars li, .count, .result, [data-facet=year] bdi, .roster td, .roster output, .parts a, .turn a, .found li';
    for (const place of document.querySelectorAll(places)) redress(place);
    for (const link of document.querySelectorAll('.bars a')) link.title = say(link.title);
    axis?.draw();
  }
  const carry = ({ target }) => {
    const link = target.closest?.('a[href]');
    if (!link || link.host !== location.host || link.protocol !== location.protocol || link.relList.contains('noopener')) return;
    if (link.pathname !== location.pathname && link.pathname.endsWith('.html')) link.search = asked;
  };
  for (const way of ['click', 'auxclick', 'contextmenu']) addEventListener(way, carry);

  // ---- in another page: the code for it, with the filters of the moment; and out of it, articles in a tab of their own
  const code = $('embed-code');
  code?.addEventListener('focus', () => {
    const [here, state] = location.href.split('#'), from = location.protocol === 'file:' ? 'https://example.org/' + here.split('/').pop() : here;
    const safe = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    code.value = `<iframe src="${safe(from + (state?.startsWith('?') ? '#' + state : ''))}" title="${safe(document.title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
    code.select();
  });
  const framed = window !== window.top, ownTab = (links) => { for (const link of links) link.target = '_blank'; };
  if (framed) ownTab(document.querySelectorAll('a[rel~=noopener]'));

  // ---- evidence: for print, and for the browser's own search, that of all events at once
  const shelf = document.createElement('template');
  function unfold(entry) {
    const folded = entry.querySelector(':scope > noscript');
    if (!folded) return;
    shelf.innerHTML = folded.textContent;  // what the parser itself would have made of it without script
    folded.replaceWith(shelf.content);
    entry.classList.add('told');
    if (framed) ownTab(entry.querySelectorAll('details a'));
    if (worn.months !== built.months || worn.digits !== built.digits) redress(entry.querySelector('details'));
  }
  const unfoldAll = () => { for (const entry of document.querySelectorAll('.entry')) unfold(entry); };

  // ---- who was in on a day, by the same rules as `tarikh roster`
  const rosterDay = $('roster-day');
  if (rosterDay) {
    const side = (day, early, late) => (late && day >= late ? 1 : early && day < early ? -1 : 0);
    const ended = (day, early, late) => (early || late ? side(day, early, late) : -1);
    const standing = (day, [a, b, c, d], gaps) => {
      const begun = side(day, a, b), over = ended(day, c, d);
      if (begun < 0) return 'not_yet';
      if (over > 0) return 'no_longer';
      if (!begun || !over) return 'unknown';
      let found = 'member';
      for (const [e, f, g, h] of gaps) {
        const from = side(day, e, f), to = ended(day, g, h);
        if (from < 0 || to > 0) continue;
        if (from > 0 && to < 0) return 'suspended';
        found = 'unknown';
      }
      return found;
    };
    const mark = () => {
      let members = 0;
      for (const row of document.querySelectorAll('[data-period]')) {
        const gaps = row.dataset.suspended.split(' ').filter(Boolean).map((gap) => gap.split('/'));
        const found = rosterDay.value && standing(rosterDay.value, row.dataset.period.split('/'), gaps);
        row.dataset.standing = found;
        row.querySelector('.standing').textContent = found ? words['standing_' + found] : '';
        if (found === 'member') ++members;
      }
      $('roster-count').textContent = rosterDay.value ? say(words.roster_count.replace('{0}', members)) : '';
    };
    const recallDay = () => { rosterDay.value = address().get('day') ?? ''; mark(); };
    rosterDay.addEventListener('input', () => { mark(); put({ day: rosterDay.value }); });
    addEventListener('hashchange', () => { if (address().has('day')) recallDay(); });
    recallDay();
  }

  // ---- the index of a timeline in several documents: a search over all of them, and old links led on
  const finder = $('finder'), kMostFound = 200;
  if (finder) {
    let loading;
    const load = () => loading ??= new Promise((resolve) => {
      // A script, because a page from disk may fetch nothing else.
      window.tarikhIndex = (rows) => resolve(rows.map(([file, id, date, title, names]) => ({ file, id, date, title, text: fold(date + ' ' + title + ' ' + names) })));
      document.head.append(Object.assign(document.createElement('script'), { src: finder.dataset.index }));
    });
    const find = async () => {
      const terms = fold($('find').value).split(' ').filter(Boolean), rows = await load();
      const hits = terms.length ? rows.filter((row) => terms.every((term) => row.text.includes(term))) : [];
      $('found').replaceChildren(...hits.slice(0, kMostFound).map((row) => {
        const li = document.createElement('li');
        li.append(Object.assign(document.createElement('a'), { href: row.file + '#' + row.id, textContent: row.title }), ' ' + say(row.date));
        return li;
      }));
      $('found-count').textContent = terms.length ? say(words[hits.length > kMostFound ? 'found_some' : 'found'].replace('{0}', hits.length).replace('{1}', kMostFound)) : '';
      put({ q: terms.length ? $('find').value : '' });
    };
    $('find').addEventListener('focus', load, { once: true });
    $('find').addEventListener('input', find);
    if (address().has('q')) {
      $('find').value = address().get('q');
      find();
    } else if (location.hash.startsWith('#e-')) {
      load().then((rows) => {
        const row = rows.find(({ id }) => '#' + id === location.hash);
        if (row) location.replace(row.file + location.search + location.hash);
      });
    }
  }

  const tools = $('tools');
  if (!tools) return wear(given);

  // Days since 1970; of any year, so that antiquity is no hole in the axis. Years begin in March, so that a leap day is a last day.
  const dayAt = (year, month, day) => {
    if (month < 3) --year, month += 12;
    return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * month - 457) / 5) + day - 719469;
  };
  const dayOf = (iso) => (iso?.length > 9 ? dayAt(+iso.slice(0, -6), +iso.slice(-5, -3), +iso.slice(-2)) : NaN);
  // What the axis draws is read at once, what filters ask for when they do.
  class Event {
    constructor(li) {
      const first = dayOf(li.getAttribute('data-first')), last = dayOf(li.getAttribute('data-last')), classes = li.className;
      this.li = li;
      this.first = Number.isNaN(first) ? last : first;
      this.last = Number.isNaN(last) ? first : last;
      this.type = [li.getAttribute('data-type')];
      this.mark = /\bp-(\w+)/.exec(classes)[1];
      this.minor = /\bminor\b/.test(classes);
      this.planned = /\bplanned\b/.test(classes);
      this.seen = true;
    }
    get year() { return [String(new Date(this.first * 864e5).getUTCFullYear())]; }
    get certainty() { return [this.li.dataset.certainty]; }
    get where() { return [this.li.dataset.where]; }
    get who() { return this.#list('who'); }
    get publisher() { return this.#list('publisher'); }
    get status() { return this.#list('status'); }
    #lists = {};
    #list(name) { return this.#lists[name] ??= this.li.dataset[name].split(' '); }
  }
  const events = Array.from(document.querySelectorAll('.entry'), (li) => new Event(li));

  // A month is found by any of its names.
  const monthNames = (event) => (/day|month/.test(event.mark) ? sets.map((set) => words[set][new Date(event.first * 864e5).getUTCMonth()]).join(' ') : '');
  // Folded evidence is read as it stands: parsing that of thousands takes longer than a key may.
  const signs = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };
  const foldedWords = (li) => (li.querySelector(':scope > noscript')?.textContent.match(/<blockquote[^]*?<\/blockquote>|<p class="cited"[^]*?<\/p>/g) ?? []).join(' ')
    .replace(/<[^>]*>/g, '').replace(/&([a-z]+|#\d+);/g, (all, name) => signs[name] ?? all);
  const textOf = (event) => (event.text ??= fold([...Array.from(event.li.querySelectorAll('.dateline, h4, .meta, blockquote, .cited'), (part) => part.textContent), foldedWords(event.li), monthNames(event)].join(' ')));

  const whenOf = (li) => li.querySelector('.dateline').firstElementChild.textContent;

  // ---- filters
  const query = $('query'), boxes = Array.from(tools.querySelectorAll('[data-facet] input'));
  const labelOf = (box) => (/year|status|certainty/.test(box.name) ? box.value : box.parentElement.querySelector('bdi').textContent);
  const view = { from: 0, to: 1, limit: false };
  const chosen = () => {
    const sets = {};
    for (const box of boxes) if (box.checked) (sets[box.name] ??= new Set()).add(box.value);
    return sets;
  };

  function apply() {
    const sets = chosen(), terms = fold(query.value).split(' ').filter(Boolean);
    let count = 0, changed = false;
    for (const event of events) {
      let seen = sets.type ? true : !event.minor;
      for (const name in sets) seen = seen && event[name].some((value) => sets[name].has(value));
      if (view.limit) seen = seen && event.last >= view.from && event.first <= view.to;
      if (seen && terms.length) seen = terms.every((term) => textOf(event).includes(term));
      if (event.minor) event.li.classList.toggle('chosen', seen);
      if (event.seen !== seen) event.li.hidden = !seen, changed = true;
      event.seen = seen;
      if (seen) ++count;
    }
    if (changed) for (const section of document.querySelectorAll('.month')) section.hidden = !section.querySelector('.entry:not([hidden])');
    if (changed) for (const section of document.querySelectorAll('.year')) section.hidden = !section.querySelector('.month:not([hidden])');
    $('shown').textContent = say(words.shown.replace('{0}', count).replace('{1}', events.length));
    $('none').hidden = count > 0;
    const narrowed = terms.length > 0 || Object.keys(sets).length > 0 || view.limit;
    $('reset').hidden = !narrowed;
    $('events').classList.toggle('narrowed', narrowed);
    axis?.draw();
  }

  // Filters by names, so that a link still means the same after a new build.
  function remember() {
    const state = { q: query.value };
    for (const box of boxes) {
      state[box.name] ??= [];
      if (box.checked) state[box.name].push(labelOf(box));
    }
    for (const key in built) state[key] = worn[key] === given[key] ? '' : worn[key];
    put({ ...state, ...axis?.state() });
  }
  function recall() {
    if (!location.hash.startsWith('#?')) return;
    const state = address();
    query.value = state.get('q') ?? '';
    for (const box of boxes) {
      box.checked = state.getAll(box.name).includes(labelOf(box));
      const tail = box.closest('.tail');
      if (box.checked && tail) tail.open = true;
    }
    recallTaste(state);
    axis?.recall(state);
  }
  function recallTaste(state) {
    wear({ ...given, ...Object.fromEntries(state) });
    for (const id of ['months', 'digits']) if ($(id)) $(id).value = worn[id];
    $('hijri').checked = worn.hijri === 'yes';
  }
  function clear() {
    query.value = '';
    for (const box of boxes) box.checked = false;
    view.limit = false;
    if (axis) axis.limit.checked = false;
    apply();
  }
  function follow() {
    recall();
    const target = location.hash.startsWith('#e-') && events.find((event) => '#' + event.li.id === location.hash);
    if (target) {
      if (!target.seen) clear();
      if (target.minor) target.li.classList.add('chosen'), target.li.hidden = false;
      // Again as its neighbours take their true heights.
      const arrive = (frames) => { target.li.scrollIntoView(); if (frames) requestAnimationFrame(() => arrive(frames - 1)); };
      arrive(5);
      target.li.querySelector('h4 a').focus({ preventScroll: true });
    } else apply();
  }

  // ---- the axis: a canvas that shows the events of a stretch of time; a day is a dot, a vaguer date a bar
  if (events.length > 1) axis = makeAxis($('lanes'));
  else $('lanes').remove();

  function makeAxis(root) {
    const make = (tag, parent, properties) => parent.appendChild(Object.assign(document.createElement(tag), properties));
    const controls = make('div', root, { className: 'controls' }), kLane = 38;
    const stage = make('div', root, { className: 'stage', tabIndex: 0 });
    const canvas = make('canvas', stage);
    const tip = make('div', stage, { className: 'tip', hidden: true });
    const live = make('p', root, { className: 'sr', role: 'status' });
    const help = make('p', root, { className: 'sr', id: 'lanes-help', textContent: words.lanes_help });
    stage.setAttribute('role', 'application');
    stage.setAttribute('aria-label', words.lanes);
    stage.setAttribute('aria-describedby', help.id);
    // Which part of the bars below the axis shows.
    const strip = $('strip'), brush = make('div', strip, { className: 'window' });
    const scroller = strip.parentElement, size = strip.querySelectorAll('li').length * strip.dataset.months;
    function markBars() {
      const place = (day) => {
        const date = new Date(day * 864e5), month = date.getUTCFullYear() * 12 + date.getUTCMonth() + date.getUTCDate() / 31;
        return Math.min(Math.max((month - strip.dataset.start) / size, 0), 1) * 100;
      };
      brush.style.insetInline = place(view.from) + '% ' + (100 - place(view.to)) + '%';
      const shown = brush.getBoundingClientRect(), frame = scroller.getBoundingClientRect();
      scroller.scrollLeft += (shown.left + shown.right - frame.left - frame.right) / 2;
    }

    const low = events.reduce((a, e) => Math.min(a, e.first), Infinity);
    const high = events.reduce((a, e) => Math.max(a, e.last), -Infinity);
    const room = Math.max(15, (high - low) * 0.02);
    const whole = [low - room, high + room];
    let current = -1, places = [], grain = 16, queued = false, colours = null;
    let by = '', lanes = null, lane = 0, kept = 0;  // by which facet there are lanes, their values, that of the current event
    view.from = whole[0];
    view.to = whole[1];

    let width = 0;  // of the stage, at the last painting
    const toX = (day) => {
      const x = (day - view.from) / (view.to - view.from) * width;
      return rtl ? width - x : x;
    };
    const toDay = (x) => view.from + (rtl ? width - x : x) / width * (view.to - view.from);

    function show(from, to) {
      const span = Math.min(Math.max(to - from, 10), whole[1] - whole[0]);
      const middle = (from + to) / 2;
      const start = Math.min(Math.max(middle - span / 2, whole[0]), whole[1] - span);
      view.from = start;
      view.to = start + span;
      if (view.limit) apply(); else draw();
      clearTimeout(kept);
      kept = setTimeout(remember, 250);
    }
    const zoom = (factor, about = (view.from + view.to) / 2) =>
      show(about - (about - view.from) * factor, about + (view.to - about) * factor);
    const pan = (part) => show(view.from + part * (view.to - view.from), view.to + part * (view.to - view.from));

    // Marks of year or month beginnings, at a distance that leaves room for a label.
    function ticks() {
      const perPixel = (view.to - view.from) / width, list = [];
      const year = (day) => new Date(day * 864e5).getUTCFullYear();
      const monthStep = [1, 3, 6].find((step) => step * 30.4 / perPixel > 62);
      const step = monthStep ?? 12 * [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => years * 365 / perPixel > 52 || years === 1000);
      const firstYear = Math.floor(year(view.from) / Math.max(1, step / 12)) * Math.max(1, step / 12);
      for (let month = firstYear * 12; ; month += step) {
        const day = dayAt(Math.floor(month / 12), month % 12 + 1, 1);
        if (day > view.to || list.length > 400) return list;
        if (day >= view.from) list.push({ x: toX(day), strong: month % 12 === 0, label: say(month % 12 === 0 ? String(month / 12) : words['month_' + (month % 12 + 1)]) });
      }
    }

    function readColours() {
      const style = getComputedStyle(document.documentElement);
      colours = { ink: style.getPropertyValue('--ink'), muted: style.getPropertyValue('--muted'), line: style.getPropertyValue('--line'), paper: style.getPropertyValue('--paper'), accent: style.getPropertyValue('--accent'), types: new Map() };
      for (const box of boxes) if (box.name === 'type') colours.types.set(box.value, getComputedStyle(box.parentElement).getPropertyValue('--type'));
    }

    // Where an event begins and ends, from where the reader begins, and whether that is a dot or a bar.
    function spotOf(event) {
      const a = toX(event.first), b = toX(event.last + 1), left = Math.max(Math.min(a, b), -8), right = Math.min(Math.max(a, b), width + 8);
      const size = right - left, dot = size < 12 || event.mark === 'set';
      return { event, dot, start: rtl ? width - right : left, end: rtl ? width - left : right, x: dot ? (left + right) / 2 : left, y: 0, size, row: 0, take: 0, text: '' };
    }

    // Dots stack upwards; vaguer dates are bars below: each in the lowest row whose last mark ends before it begins. Returns
    // how many dots had no place of their own.
    function pile(spots, size, height) {
      const dots = new Array(Math.max(1, Math.floor((height - 52) / size))).fill(-Infinity), bars = [-Infinity, -Infinity, -Infinity];
      let crowded = 0;
      for (const spot of spots) {
        const rows = spot.dot ? dots : bars, from = spot.dot ? spot.start - size * 0.45 : spot.start;
        let row = 0;
        while (row < rows.length && rows[row] >= from) ++row;
        if (row === rows.length) --row, crowded += spot.dot ? 1 : 0;
        rows[spot.row = row] = spot.dot ? spot.start + size * 0.45 : spot.end + 3;
      }
      return crowded;
    }

    // The most frequent values of a facet each have a lane; the rest shares one.
    const laneNames = (event) => {
      const own = event[by].filter((value) => lanes.includes(value));
      return own.length ? own : [''];
    };
    const inLane = (event) => !lanes || laneNames(event).includes(lanes[lane]);
    const laneLabel = (value) => boxes.find((box) => box.name === by && box.value === value)?.parentElement.querySelector('bdi').textContent ?? words.others;
    function chooseLanes() {
      if (!by) return void (lanes = null);
      const counts = new Map();
      for (const event of events) if (event.seen) for (const value of event[by]) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      lanes = [...counts].sort((a, b) => b[1] - a[1]).slice(0, width < 500 ? 6 : 10).map(([value]) => value);
      if (events.some((event) => event.seen && laneNames(event)[0] === '')) lanes.push('');
      lane = Math.min(lane, lanes.length - 1);
    }
    function pileLanes(visible) {
      grain = 10;
      places = [];
      const ends = lanes.map(() => [-Infinity, -Infinity]);
      for (const spot of visible.map(spotOf)) {
        if (spot.dot) spot.x = Math.min(Math.max(spot.x, 6), width - 6);
        for (const value of laneNames(spot.event)) {
          const index = lanes.indexOf(value), row = spot.dot && ends[index][0] >= spot.start ? 1 : 0;
          ends[index][row] = spot.start + 6;
          places.push({ ...spot, y: index * kLane + 29 - row * 8, lane: index });
        }
      }
    }
    function paintLanes(pen) {
      pen.setLineDash([]);
      lanes.forEach((value, index) => {
        pen.strokeStyle = colours.line;
        pen.lineWidth = 1;
        pen.strokeRect(0, index * kLane + 36.5, width, 0);
        const text = laneLabel(value), x = rtl ? width - 2 : 2, room = pen.measureText(text).width + 6;
        pen.fillStyle = colours.paper;
        pen.fillRect(rtl ? width - room : 0, index * kLane + 2, room, 15);
        pen.fillStyle = colours.ink;
        pen.fillText(text, x, index * kLane + 14);
      });
    }

    // Dots take their title along where there is room.
    function layout(pen, height) {
      const visible = events.filter((event) => event.seen && event.last >= view.from && event.first <= view.to);
      if (lanes) return pileLanes(visible);
      // The largest dots of which nearly all piles fit below the top.
      places = visible.map(spotOf);
      grain = [16, 12, 9, 7].find((size) => pile(places, size, height) * 20 <= places.length) ?? 7;
      for (const place of places) {
        if (place.dot) place.x = Math.min(Math.max(place.x, 7), width - 7);
        place.y = place.dot ? height - 60 - place.row * grain : height - 30 - place.row * 9;
      }
      if (visible.length < 60) for (const place of places) {
        if (!place.dot) continue;
        place.text = place.event.title ??= place.event.li.querySelector('h4').textContent;
        place.take = pen.measureText(place.text).width + 16;
      }
      const taken = {};
      for (const place of places.filter((each) => each.text).reverse()) {
        const free = Math.min(taken[place.row] ?? Infinity, width);
        if (place.start + place.take > free - 8) place.text = '';
        taken[place.row] = place.start - 8;
      }
    }

    function paintMark(pen, place) {
      const { event, x, y } = place, planned = event.planned;
      pen.fillStyle = pen.strokeStyle = colours.types.get(event.type[0]) || colours.muted;
      pen.lineWidth = 1.6;
      pen.setLineDash(planned ? [3, 2] : []);
      pen.beginPath();
      if (!place.dot) pen.roundRect(x, y - 3, Math.max(place.size, 3), 6, 3);
      else if (event.mark === 'set') pen.rect(x - grain / 3, y - grain / 3, grain / 1.5, grain / 1.5);
      else pen.arc(x, y, grain * (planned ? 0.28 : 0.33), 0, 7);
      if (event.mark === 'set') pen.strokeStyle = colours.accent, pen.lineWidth = 2.2;
      if (planned) pen.stroke();
      else {
        pen.globalAlpha = place.dot ? 1 : 0.72;
        pen.fill();
        pen.globalAlpha = 1;
        if (event.mark === 'set') pen.stroke();
      }
    }

    function paint() {
      queued = false;
      width = stage.clientWidth;
      if (!colours) readColours();
      markBars();
      chooseLanes();
      canvas.style.blockSize = lanes ? lanes.length * kLane + 22 + 'px' : '';
      const scale = devicePixelRatio || 1, height = canvas.clientHeight;
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      const pen = canvas.getContext('2d');
      pen.scale(scale, scale);
      pen.font = '12px ' + getComputedStyle(document.body).fontFamily;
      pen.textAlign = rtl ? 'right' : 'left';
      pen.direction = rtl ? 'rtl' : 'ltr';
      for (const tick of ticks()) {
        pen.strokeStyle = colours.line;
        pen.lineWidth = tick.strong ? 1 : 0.6;
        pen.strokeRect(Math.round(tick.x) + 0.5, 4, 0, height - 8);
        pen.fillStyle = tick.strong ? colours.ink : colours.muted;
        // A label that does not fit beside its line is left out rather than cut.
        const room = pen.measureText(tick.label).width + 6;
        if (rtl ? tick.x > room : tick.x + room < width) pen.fillText(tick.label, tick.x + (rtl ? -5 : 5), height - 4);
      }
      layout(pen, height);
      for (const place of places) if (!place.dot) paintMark(pen, place);
      for (const place of places) if (place.dot) paintMark(pen, place);
      pen.fillStyle = colours.ink;
      for (const place of places) if (place.text) pen.fillText(place.text, place.x + (rtl ? -10 : 10), place.y + 4);
      if (lanes) paintLanes(pen);
      const held = places.find((place) => events[current] === place.event && (!lanes || place.lane === lane)) ?? places.find((place) => events[current] === place.event);
      tip.hidden = !held;
      if (held) paintHeld(pen, held);
    }

    function paintHeld(pen, place) {
      pen.setLineDash([]);
      pen.strokeStyle = colours.ink;
      pen.lineWidth = 2;
      const x = place.dot ? place.x : place.x + Math.min(place.size, width - place.x) / 2;
      pen.beginPath();
      if (place.dot) pen.arc(place.x, place.y, grain * 0.33 + 3.3, 0, 7);
      else pen.roundRect(place.x - 2, place.y - 5, place.size + 4, 10, 4);
      pen.stroke();
      const [when, title] = [whenOf(place.event.li), place.event.li.querySelector('h4').textContent];
      tip.replaceChildren(Object.assign(document.createElement('b'), { textContent: when }), title);
      const half = tip.offsetWidth / 2;
      tip.style.left = Math.min(Math.max(x - half, 0), width - 2 * half) + 'px';
      tip.style.top = place.y > 90 ? place.y - tip.offsetHeight - 14 + 'px' : place.y + 14 + 'px';
    }

    function draw() {
      if (!queued) requestAnimationFrame(paint);
      queued = true;
    }
    function hold(index, speak) {
      if (current === index) return;
      current = index;
      if (speak && index >= 0) {
        const { first, last, li } = events[index];
        if (first < view.from || last > view.to) show((first + last - view.to + view.from) / 2, (first + last + view.to - view.from) / 2);
        live.textContent = (lanes ? laneLabel(lanes[lane]) + ': ' : '') + whenOf(li) + '. ' + li.querySelector('h4').textContent;
      }
      draw();
    }
    function step(by) {
      let index = current;
      do index += by; while (events[index] && !(events[index].seen && inLane(events[index])));
      if (events[index]) hold(index, true);
    }
    // Into another lane, to its event nearest in time.
    function change(next) {
      if (!lanes || lanes[next] === undefined) return;
      lane = next;
      const from = events[current]?.first ?? view.from;
      let best = -1;
      events.forEach((event, index) => {
        if (event.seen && inLane(event) && (best < 0 || Math.abs(event.first - from) < Math.abs(events[best].first - from))) best = index;
      });
      current = -1;
      hold(best, true);
    }
    function open(index) {
      if (index >= 0) location.hash = '#' + events[index].li.id;
    }
    function at(x, y) {
      let best = -1, least = 14;
      for (const place of places) {
        const dx = place.dot ? Math.abs(place.x - x) : Math.max(place.x - x, x - place.x - place.size, 0);
        const distance = Math.hypot(dx, place.y - y);
        if (distance < least) least = distance, best = events.indexOf(place.event), lane = place.lane ?? lane;
      }
      return best;
    }

    const forward = rtl ? 'ArrowLeft' : 'ArrowRight', backward = rtl ? 'ArrowRight' : 'ArrowLeft';
    const keys = {
      [forward]: () => step(1), [backward]: () => step(-1), ArrowUp: () => change(lane - 1), ArrowDown: () => change(lane + 1), '+': () => zoom(0.6), '=': () => zoom(0.6), '-': () => zoom(1.6),
      0: () => show(...whole), PageDown: () => pan(0.5), PageUp: () => pan(-0.5), Enter: () => open(current),
      Home: () => { current = -1; step(1); }, End: () => { current = events.length; step(-1); }, Escape: () => hold(-1),
    };
    stage.addEventListener('keydown', (key) => {
      const action = !key.ctrlKey && !key.metaKey && !key.altKey && keys[key.key];
      if (!action) return;
      key.preventDefault();
      action();
    });
    stage.addEventListener('wheel', (wheel) => {
      const about = toDay(wheel.clientX - stage.getBoundingClientRect().left);
      if (wheel.ctrlKey || wheel.metaKey) zoom(Math.exp(Math.sign(wheel.deltaY) * 0.25), about);
      else if (wheel.shiftKey || Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)) pan((rtl ? -1 : 1) * Math.sign(wheel.deltaX || wheel.deltaY) * 0.08);
      else return;
      wheel.preventDefault();
    }, { passive: false });

    // One finger or the mouse drags, two fingers zoom.
    const pointers = new Map();
    let way = 0;
    stage.addEventListener('pointerdown', (pointer) => {
      pointers.set(pointer.pointerId, pointer.offsetX);
      way = 0;
    });
    stage.addEventListener('pointermove', (pointer) => {
      const before = pointers.get(pointer.pointerId);
      if (before === undefined) return hold(at(pointer.offsetX, pointer.offsetY));
      const other = [...pointers].find(([id]) => id !== pointer.pointerId);
      pointers.set(pointer.pointerId, pointer.offsetX);
      way += Math.abs(pointer.offsetX - before);
      if (way > 4 && !stage.hasPointerCapture(pointer.pointerId)) stage.setPointerCapture(pointer.pointerId);
      if (other) zoom(Math.abs(before - other[1]) / Math.max(1, Math.abs(pointer.offsetX - other[1])), toDay((pointer.offsetX + other[1]) / 2));
      else pan((rtl ? 1 : -1) * (pointer.offsetX - before) / width);
    });
    const release = (pointer) => {
      if (pointers.delete(pointer.pointerId) && way <= 4 && pointer.type === 'pointerup') open(at(pointer.offsetX, pointer.offsetY));
    };
    stage.addEventListener('pointerup', release);
    stage.addEventListener('pointercancel', release);
    stage.addEventListener('pointerleave', () => { if (document.activeElement !== stage) hold(-1); });
    stage.addEventListener('blur', () => hold(-1));

    const button = (label, sign, action) => {
      const made = make('button', controls, { type: 'button', textContent: sign, title: label, onclick: action });
      made.setAttribute('aria-label', label);
    };
    button(words.earlier, rtl ? '→' : '←', () => pan(-0.5));
    button(words.later, rtl ? '←' : '→', () => pan(0.5));
    button(words.zoom_in, '+', () => zoom(0.5));
    button(words.zoom_out, '−', () => zoom(2));
    make('button', controls, { type: 'button', textContent: words.zoom_all, onclick: () => show(...whole) });
    const label = make('label', controls), limit = make('input', label, { type: 'checkbox' });
    label.append(words.only_visible);
    limit.addEventListener('change', () => { view.limit = limit.checked; apply(); remember(); });
    const laneChoice = make('label', controls, { textContent: words.lanes_by }), select = make('select', laneChoice, { id: 'lanes-by' });
    make('option', select, { value: '', textContent: words.lanes_none });
    for (const name of ['type', 'who', 'where', 'publisher']) if (boxes.some((box) => box.name === name)) make('option', select, { value: name, textContent: words['facet_' + name] });
    select.addEventListener('change', () => { by = select.value; lane = 0; draw(); remember(); });
    label.before(laneChoice);

    // A brush over the bars chooses the stretch; a finger scrolls them instead.
    let begun = null, brushed = false;
    const stripDay = (x) => {
      const box = strip.getBoundingClientRect(), part = (rtl ? box.right - x : x - box.left) / box.width, month = +strip.dataset.start + part * size;
      return dayAt(Math.floor(month / 12), 1, 1) + (month % 12) * 30.44;
    };
    strip.addEventListener('dragstart', (drag) => drag.preventDefault());
    strip.addEventListener('pointerdown', (pointer) => { begun = pointer.pointerType === 'touch' || pointer.button ? null : pointer.clientX; brushed = false; });
    strip.addEventListener('pointermove', (pointer) => {
      if (begun === null || Math.abs(pointer.clientX - begun) < 5) return;
      strip.setPointerCapture(pointer.pointerId);
      brushed = view.limit = limit.checked = true;
      const ends = [stripDay(begun), stripDay(pointer.clientX)].sort((a, b) => a - b);
      show(...ends);
    });
    for (const end of ['pointerup', 'pointercancel']) strip.addEventListener(end, () => { begun = null; });
    strip.addEventListener('click', (click) => { if (brushed) click.preventDefault(); brushed = false; }, true);

    new ResizeObserver(() => { if (stage.clientWidth !== width) draw(); }).observe(stage);
    for (const change of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
      matchMedia(change).addEventListener('change', () => { colours = null; draw(); });
    }
    // Begin with the shortest stretch that holds four of five events; an outlier must not press the rest into a corner.
    const days = events.map((event) => event.first).sort((a, b) => a - b), most = Math.ceil(days.length * 0.8) - 1;
    let best = 0;
    for (let i = 1; i + most < days.length; ++i) if (days[i + most] - days[i] < days[best + most] - days[best]) best = i;
    const from = days[best], to = days[best + most];
    const start = (to - from) * 2 < whole[1] - whole[0] ? [from - (to - from) * 0.06 - 15, to + (to - from) * 0.06 + 15] : whole;
    [view.from, view.to] = start;
    const iso = (day) => new Date(Math.round(day) * 864e5).toISOString().split('T')[0];
    return {
      draw, limit,
      state() {
        const same = view.from === start[0] && view.to === start[1];
        return { lanes: by, only: view.limit ? 'yes' : '', from: same ? '' : iso(view.from), to: same ? '' : iso(view.to) };
      },
      recall(state) {
        by = select.value = [...select.options].some((option) => option.value === state.get('lanes')) ? state.get('lanes') : '';
        view.limit = limit.checked = state.get('only') === 'yes';
        const from = dayOf(state.get('from')), to = dayOf(state.get('to'));
        [view.from, view.to] = from < to ? [from, to] : start;
        draw();
      },
    };
  }

  // ---- wiring
  $('facets').open = matchMedia('(min-width: 62rem)').matches;
  let timer = 0;
  query.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { apply(); remember(); }, events.length > 2000 ? 150 : 0);
  });
  for (const box of boxes) box.addEventListener('change', () => { apply(); remember(); });
  recallTaste(address());
  $('taste').addEventListener('change', () => { wear({ months: $('months')?.value, digits: $('digits')?.value, hijri: $('hijri').checked ? 'yes' : 'no' }); remember(); });
  $('reset').addEventListener('click', () => { clear(); remember(); query.focus(); });
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', () => {
    unfoldAll();
    for (const details of document.querySelectorAll('.entry details')) details.open = true;
  });
  addEventListener('keydown', (key) => { if (key.key === 'F3' || (key.code === 'KeyF' && (key.ctrlKey || key.metaKey))) unfoldAll(); });
  $('language')?.addEventListener('click', (click) => { click.currentTarget.hash = location.hash.startsWith('#e-') ? location.hash : ''; });
  $('events').addEventListener('keydown', (key) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key.key], title = key.target.closest('h4 a');
    if (!by || !title || key.ctrlKey || key.metaKey || key.altKey || key.shiftKey) return;
    const seen = events.filter((event) => event.seen);
    const next = seen[seen.findIndex((event) => event.li.contains(title)) + by];
    if (!next) return;
    key.preventDefault();
    next.li.querySelector('h4 a').focus();
  });
  arrived = unfold;
  if ('ContentVisibilityAutoStateChangeEvent' in window) early.forEach(unfold);
  else unfoldAll();
  follow();
}));
