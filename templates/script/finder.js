// The index of a timeline in several documents: a search over all of them, and old links led on.
function searchParts(words, taste) {
  const finder = $('finder'), kMostFound = 200;
  if (!finder) return;
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
      li.append(Object.assign(document.createElement('a'), { href: row.file + '#' + row.id, textContent: row.title }), ' ' + taste.say(row.date));
      return li;
    }));
    $('found-count').textContent = terms.length ? taste.say(words[hits.length > kMostFound ? 'found_some' : 'found'].replace('{0}', hits.length).replace('{1}', kMostFound)) : '';
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
