// Who was in on a day, by the same rules as `tarikh roster`.
function markRoster(words, taste) {
  const rosterDay = $('roster-day');
  if (!rosterDay) return;
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
    $('roster-count').textContent = rosterDay.value ? taste.say(words.roster_count.replace('{0}', members)) : '';
  };
  const recallDay = () => { rosterDay.value = address().get('day') ?? ''; mark(); };
  rosterDay.addEventListener('input', () => { mark(); put({ day: rosterDay.value }); });
  addEventListener('hashchange', () => { if (address().has('day')) recallDay(); });
  recallDay();
}
