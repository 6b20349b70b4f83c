// The state of the page is in its address, so that it can be sent and kept.
const address = () => new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : '');
function put(changes) {
  const state = address();
  for (const key in changes) {
    state.delete(key);
    for (const value of [changes[key]].flat()) if (value) state.append(key, value);
  }
  const text = state.toString();
  history.replaceState(null, '', text ? '#?' + text : location.pathname + location.search);
}
