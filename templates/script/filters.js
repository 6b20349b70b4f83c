// Filters: which events are shown, kept in the address by names, so that a link still means the same after a new build.
function makeFilters(page) {
  const { words, taste, events, view, boxes } = page, query = $('query'), textOf = makeTextOf(words, taste);
  const labelOf = (box) => (/year|status|certainty/.test(box.name) ? box.value : box.parentElement.querySelector('bdi').textContent);
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
    $('shown').textContent = taste.say(words.shown.replace('{0}', count).replace('{1}', events.length));
    $('none').hidden = count > 0;
    const narrowed = terms.length > 0 || Object.keys(sets).length > 0 || view.limit;
    $('reset').hidden = !narrowed;
    $('events').classList.toggle('narrowed', narrowed);
    page.axis?.draw();
  }

  function remember() {
    const state = { q: query.value };
    for (const box of boxes) {
      state[box.name] ??= [];
      if (box.checked) state[box.name].push(labelOf(box));
    }
    for (const key in taste.built) state[key] = taste.worn[key] === taste.given[key] ? '' : taste.worn[key];
    put({ ...state, ...page.axis?.state() });
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
    page.axis?.recall(state);
  }
  function recallTaste(state) {
    taste.wear({ ...taste.given, ...Object.fromEntries(state) });
    for (const id of ['months', 'digits']) if ($(id)) $(id).value = taste.worn[id];
    $('hijri').checked = taste.worn.hijri === 'yes';
  }
  function clear() {
    query.value = '';
    for (const box of boxes) box.checked = false;
    view.limit = false;
    if (page.axis) page.axis.limit.checked = false;
    apply();
  }
  function follow() {
    recall();
    apply();
    const target = location.hash.startsWith('#e-') && events.find((event) => '#' + event.li.id === location.hash);
    if (target) {
      if (!target.seen) clear();
      if (target.minor) target.li.classList.add('chosen'), target.li.hidden = false;
      // Again as its neighbours take their true heights.
      const arrive = (frames) => { target.li.scrollIntoView(); if (frames) requestAnimationFrame(() => arrive(frames - 1)); };
      arrive(5);
      target.li.querySelector('h4 a').focus({ preventScroll: true });
    }
  }

  let timer = 0;
  query.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { apply(); remember(); }, events.length > 2000 ? 150 : 0);
  });
  for (const box of boxes) box.addEventListener('change', () => { apply(); remember(); });
  recallTaste(address());
  $('taste').addEventListener('change', () => { taste.wear({ months: $('months')?.value, digits: $('digits')?.value, hijri: $('hijri').checked ? 'yes' : 'no' }); remember(); });
  $('reset').addEventListener('click', () => { clear(); remember(); query.focus(); });
  addEventListener('hashchange', follow);
  Object.assign(page, { apply, remember, follow });
}
