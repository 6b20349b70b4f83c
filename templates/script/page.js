// What the reader finds on this page is put to work.
document.addEventListener('DOMContentLoaded', () => {
  const words = JSON.parse($('strings').textContent), taste = makeTaste(words);
  offerCode();
  markRoster(words, taste);
  searchParts(words, taste);
  const tools = $('tools');
  if (!tools) return taste.wear(taste.given);

  const page = {
    words, taste,
    rtl: document.documentElement.dir === 'rtl',
    events: Array.from(document.querySelectorAll('.entry'), (li) => new TimelineEvent(li)),
    boxes: Array.from(tools.querySelectorAll('[data-facet] input')),
    view: { from: 0, to: 1, limit: false },  // the stretch that the axis shows, and whether the list shows only that
  };
  $('facets').open = matchMedia('(min-width: 62rem)').matches;
  makeFilters(page);
  if (page.events.length > 1) page.axis = makeAxis(page, $('lanes'));
  else $('lanes').remove();
  taste.onChange(() => page.axis?.draw());

  $('language')?.addEventListener('click', (click) => { click.currentTarget.hash = location.hash.startsWith('#e-') ? location.hash : ''; });
  $('events').addEventListener('keydown', (key) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key.key], title = key.target.closest('h4 a');
    if (!by || !title || key.ctrlKey || key.metaKey || key.altKey || key.shiftKey) return;
    const seen = page.events.filter((event) => event.seen);
    const next = seen[seen.findIndex((event) => event.li.contains(title)) + by];
    if (!next) return;
    key.preventDefault();
    next.li.querySelector('h4 a').focus();
  });
  unfoldEvidence(taste);
  page.follow();
});
