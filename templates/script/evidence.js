// The evidence of an event is one text in a noscript element, not yet a hundred elements, until the event comes near the window.
const early = [];
let arrived = (entry) => early.push(entry);
document.addEventListener('contentvisibilityautostatechange', ({ target, skipped }) => { if (!skipped) arrived(target); }, true);

function unfoldEvidence(taste) {
  const shelf = document.createElement('template');
  function unfold(entry) {
    const folded = entry.querySelector(':scope > noscript');
    if (!folded) return;
    shelf.innerHTML = folded.textContent;  // what the parser itself would have made of it without script
    folded.replaceWith(shelf.content);
    entry.classList.add('told');
    if (framed) ownTab(entry.querySelectorAll('details a'));
    taste.redress(entry.querySelector('details'));
  }
  const folded = () => document.querySelectorAll('.entry:not(.told)');
  const unfoldAll = () => folded().forEach(unfold);
  // Bit by bit, when there is nothing else to do.
  let waiting = null;
  function unfoldSoon() {
    waiting ??= folded().values();
    requestIdleCallback((idle) => {
      for (let next; !(next = waiting.next()).done;) {
        unfold(next.value);
        if (idle.timeRemaining() < 2) return unfoldSoon();
      }
    });
  }

  addEventListener('beforeprint', () => {
    unfoldAll();
    for (const details of document.querySelectorAll('.entry details')) details.open = true;
  });
  // The browser's own search finds what is in the document: at once for its keys, and soon where a reader may be on the way
  // to its menu.
  addEventListener('keydown', (key) => { if (key.key === 'F3' || (key.code === 'KeyF' && (key.ctrlKey || key.metaKey))) unfoldAll(); });
  if ('requestIdleCallback' in window) {
    addEventListener('blur', unfoldSoon, { once: true });
    document.documentElement.addEventListener('mouseleave', unfoldSoon, { once: true });
  }

  arrived = unfold;
  if ('ContentVisibilityAutoStateChangeEvent' in window) early.forEach(unfold);
  else unfoldAll();
}
