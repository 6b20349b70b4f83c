// The bars below the axis: which part of them it shows, and a brush that chooses another; a finger scrolls them instead.
function makeStrip(page, choose) {
  const { rtl, view } = page;
  const strip = $('strip'), brush = make('div', strip, { className: 'window' });
  const scroller = strip.parentElement, size = strip.querySelectorAll('li').length * strip.dataset.months;
  function mark() {
    const place = (day) => {
      const date = new Date(day * 864e5), month = date.getUTCFullYear() * 12 + date.getUTCMonth() + date.getUTCDate() / 31;
      return Math.min(Math.max((month - strip.dataset.start) / size, 0), 1) * 100;
    };
    brush.style.insetInline = place(view.from) + '% ' + (100 - place(view.to)) + '%';
    const shown = brush.getBoundingClientRect(), frame = scroller.getBoundingClientRect();
    scroller.scrollLeft += (shown.left + shown.right - frame.left - frame.right) / 2;
  }

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
    brushed = true;
    choose(...[stripDay(begun), stripDay(pointer.clientX)].sort((a, b) => a - b));
  });
  for (const end of ['pointerup', 'pointercancel']) strip.addEventListener(end, () => { begun = null; });
  strip.addEventListener('click', (click) => { if (brushed) click.preventDefault(); brushed = false; }, true);
  return { mark };
}
