// In another page: the code for it, with the filters of the moment; and out of it, articles in a tab of their own.
const framed = window !== window.top, ownTab = (links) => { for (const link of links) link.target = '_blank'; };

function offerCode() {
  const code = $('embed-code');
  const write = () => {
    const [here, state] = location.href.split('#'), from = location.protocol === 'file:' ? 'https://example.org/' + here.split('/').pop() : here;
    const safe = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    code.value = `<iframe src="${safe(from + (state?.startsWith('?') ? '#' + state : ''))}" title="${safe(document.title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
    code.select();
  };
  code?.addEventListener('focus', write);
  code?.parentElement.addEventListener('toggle', () => { if (code.parentElement.open) code.focus(); });
  if (framed) ownTab(document.querySelectorAll('a[rel~=noopener]'));
}
