// What the axis draws of an event is read at once, what filters ask for when they do.
class TimelineEvent {
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

const whenOf = (li) => li.querySelector('.dateline').firstElementChild.textContent;
const titleOf = (li) => li.querySelector('h4').textContent;

// The text of an event that a search looks into.
function makeTextOf(words, taste) {
  // A month is found by any of its names.
  const monthNames = (event) => (/day|month/.test(event.mark) ? taste.sets.map((set) => words[set][new Date(event.first * 864e5).getUTCMonth()]).join(' ') : '');
  // Folded evidence is read as it stands: parsing that of thousands takes longer than a key may.
  const signs = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };
  const foldedWords = (li) => (li.querySelector(':scope > noscript')?.textContent.match(/<blockquote[^]*?<\/blockquote>|<p class="cited"[^]*?<\/p>/g) ?? []).join(' ')
    .replace(/<[^>]*>/g, '').replace(/&([a-z]+|#\d+);/g, (all, name) => signs[name] ?? all);
  return (event) => (event.text ??= fold([...Array.from(event.li.querySelectorAll('.dateline, h4, .meta, blockquote, .cited'), (part) => part.textContent), foldedWords(event.li), monthNames(event)].join(' ')));
}
