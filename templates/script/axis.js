// The axis: a canvas that shows the events of a stretch of time; a day is a dot, a vaguer date a bar.
function makeAxis(page, root) {
  const { words, taste, rtl, events, view, boxes } = page;
  const controls = make('div', root, { className: 'controls' }), kLane = 38;
  const stage = make('div', root, { className: 'stage', tabIndex: 0 });
  const canvas = make('canvas', stage);
  const tip = make('div', stage, { className: 'tip', hidden: true });
  const live = make('p', root, { className: 'sr', role: 'status' });
  const help = make('p', root, { className: 'sr', id: 'lanes-help', textContent: words.lanes_help });
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', words.lanes);
  stage.setAttribute('aria-describedby', help.id);
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
    if (view.limit) page.apply(); else draw();
    clearTimeout(kept);
    kept = setTimeout(page.remember, 250);
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
      if (day >= view.from) list.push({ x: toX(day), strong: month % 12 === 0, label: taste.say(month % 12 === 0 ? String(month / 12) : words['month_' + (month % 12 + 1)]) });
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
    const dots = new Array(Math.max(1, Math.floor((height - 60) / size + 0.5))).fill(-Infinity), bars = [-Infinity, -Infinity, -Infinity];
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

  // Dots take their title along where there is room, and rows are as far apart as lines of text.
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
    if (visible.length < 60 && grain > 9) for (const place of places) {
      if (!place.dot) continue;
      place.text = place.event.title ??= titleOf(place.event.li);
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
    pen.setLineDash(planned && !place.dot ? [3, 2] : []);  // a dot has no room for dashes
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
    strip.mark();
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
    const [when, title] = [whenOf(place.event.li), titleOf(place.event.li)];
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
      live.textContent = (lanes ? laneLabel(lanes[lane]) + ': ' : '') + whenOf(li) + '. ' + titleOf(li);
    }
    draw();
  }
  // To the next event that is shown, from the current one or from another place in the list.
  function step(by, from = current) {
    let index = Math.min(from, events.length);
    do index += by; while (events[index] && !(events[index].seen && inLane(events[index])));
    if (events[index]) hold(index, true);
  }
  // Into another lane, to its event nearest in time.
  function change(by) {
    if (!lanes || lanes[lane + by] === undefined) return;
    lane += by;
    const from = events[current]?.first ?? view.from;
    let best = -1;
    events.forEach((event, index) => {
      if (event.seen && inLane(event) && (best < 0 || Math.abs(event.first - from) < Math.abs(events[best].first - from))) best = index;
    });
    current = -1;
    hold(best, true);
  }
  function open(index = current) {
    if (index < 0) return;
    clearTimeout(kept);
    location.hash = '#' + events[index].li.id;
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
  limit.addEventListener('change', () => { view.limit = limit.checked; page.apply(); page.remember(); });
  const laneChoice = make('label', controls, { textContent: words.lanes_by }), select = make('select', laneChoice, { id: 'lanes-by' });
  make('option', select, { value: '', textContent: words.lanes_none });
  for (const name of ['type', 'who', 'where', 'publisher']) if (boxes.some((box) => box.name === name)) make('option', select, { value: name, textContent: words['facet_' + name] });
  select.addEventListener('change', () => { by = select.value; lane = 0; draw(); page.remember(); });
  label.before(laneChoice);

  const showAll = () => show(...whole);
  steer({ stage, step, change, zoom, show, showAll, pan, open, hold, at, toDay }, rtl);
  const strip = makeStrip(page, (from, to) => {
    view.limit = limit.checked = true;
    show(from, to);
  });

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
