// The axis by keys, wheel, mouse and fingers. Its arrows follow the direction of reading.
function steer(axis, rtl) {
  const { stage } = axis;
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight', backward = rtl ? 'ArrowRight' : 'ArrowLeft';
  const keys = {
    [forward]: () => axis.step(1), [backward]: () => axis.step(-1), ArrowUp: () => axis.change(-1), ArrowDown: () => axis.change(1), '+': () => axis.zoom(0.6), '=': () => axis.zoom(0.6), '-': () => axis.zoom(1.6),
    0: () => axis.showAll(), PageDown: () => axis.pan(0.5), PageUp: () => axis.pan(-0.5), Enter: () => axis.open(),
    Home: () => axis.step(1, -1), End: () => axis.step(-1, Infinity), Escape: () => axis.hold(-1),
  };
  stage.addEventListener('keydown', (key) => {
    const action = !key.ctrlKey && !key.metaKey && !key.altKey && keys[key.key];
    if (!action) return;
    key.preventDefault();
    action();
  });
  stage.addEventListener('wheel', (wheel) => {
    const about = axis.toDay(wheel.clientX - stage.getBoundingClientRect().left);
    if (wheel.ctrlKey || wheel.metaKey) axis.zoom(Math.exp(Math.sign(wheel.deltaY) * 0.25), about);
    else if (wheel.shiftKey || Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)) axis.pan((rtl ? -1 : 1) * Math.sign(wheel.deltaX || wheel.deltaY) * 0.08);
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
    if (before === undefined) return axis.hold(axis.at(pointer.offsetX, pointer.offsetY));
    const other = [...pointers].find(([id]) => id !== pointer.pointerId);
    pointers.set(pointer.pointerId, pointer.offsetX);
    way += Math.abs(pointer.offsetX - before);
    if (way > 4 && !stage.hasPointerCapture(pointer.pointerId)) stage.setPointerCapture(pointer.pointerId);
    if (other) axis.zoom(Math.abs(before - other[1]) / Math.max(1, Math.abs(pointer.offsetX - other[1])), axis.toDay((pointer.offsetX + other[1]) / 2));
    else axis.pan((rtl ? 1 : -1) * (pointer.offsetX - before) / stage.clientWidth);
  });
  const release = (pointer) => {
    if (pointers.delete(pointer.pointerId) && way <= 4 && pointer.type === 'pointerup') axis.open(axis.at(pointer.offsetX, pointer.offsetY));
  };
  stage.addEventListener('pointerup', release);
  stage.addEventListener('pointercancel', release);
  stage.addEventListener('pointerleave', () => { if (document.activeElement !== stage) axis.hold(-1); });
  stage.addEventListener('blur', () => axis.hold(-1));
}
