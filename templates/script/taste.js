// The reader's taste: names of months and digits, where the page speaks and no source is quoted.
function makeTaste(words) {
  const html = document.documentElement, sets = ['egypt', 'levant', 'maghreb'].filter((name) => words[name]);
  const built = { months: html.dataset.months, digits: html.dataset.digits, hijri: html.classList.contains('with-hijri') ? 'yes' : 'no' };
  // It goes along to the other documents of this timeline in their addresses: from disk nothing else is shared.
  const asked = new URLSearchParams(location.search), given = { ...built, ...Object.fromEntries(asked) };
  let worn = built, untouched = built.digits === 'western', changed = () => {};
  const numbers = new Map(sets.flatMap((set) => words[set].map((name, month) => [name, month])));
  const months = sets.length && new RegExp('(?<!\\p{L})(' + [...numbers.keys()].sort((a, b) => b.length - a.length).join('|') + ')(?!\\p{L})', 'gu');
  function say(text, set) {
    if (!months || (untouched && !set)) return text;
    set ??= worn.months;
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
    untouched = false;
    const places = '.standfirst, .year > h2, .month > h3, .dateline, .claims strong, .cited, summary, .bars li, .count, .result, [data-facet=year] bdi, .roster td, .roster output, .parts a, .turn a, .found li';
    for (const place of document.querySelectorAll(places)) redress(place);
    for (const link of document.querySelectorAll('.bars a')) link.title = say(link.title);
    changed();
  }
  const carry = ({ target }) => {
    const link = target.closest?.('a[href]');
    if (!link || link.host !== location.host || link.protocol !== location.protocol || link.relList.contains('noopener')) return;
    if (link.pathname !== location.pathname && link.pathname.endsWith('.html')) link.search = asked;
  };
  for (const way of ['click', 'auxclick', 'contextmenu']) addEventListener(way, carry);
  return {
    sets, built, given, say, wear,
    get worn() { return worn; },
    // Of what is made later, as it was built.
    redress: (place) => { if (worn.months !== built.months || worn.digits !== built.digits) redress(place); },
    onChange: (call) => { changed = call; },
  };
}
