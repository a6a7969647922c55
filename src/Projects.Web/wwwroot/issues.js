// What only the browser can do for issues and the ledger: show the picture chosen, walk through rows by keys, keep named views.
(() => {
  document.addEventListener('change', ({ target }) => {
    const picture = target.dataset?.preview && document.getElementById(target.dataset.preview);
    if (!picture) return;
    if (picture.src) URL.revokeObjectURL(picture.src);
    const [file] = target.files;
    picture.hidden = !file?.type.startsWith('image/');
    picture.src = picture.hidden ? '' : URL.createObjectURL(file);
  });

  // j and k, or the arrows, from row to row; Enter follows the row's own link, as it does for any link.
  document.addEventListener('keydown', event => {
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, [contenteditable]')) return;
    const rows = [...document.querySelectorAll('[data-rows] a[data-row]')];
    if (!rows.length) return;
    const at = rows.findIndex(row => row === document.activeElement || row.closest('tr, li').contains(document.activeElement));
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (at < 0 && event.key.startsWith('Arrow')) return;
    event.preventDefault();
    (at < 0 ? rows[0] : next).focus();
  });

  const key = 'ledger views';
  const views = () => JSON.parse(localStorage.getItem(key) ?? '[]');
  window.projects.views = {
    all: views,
    keep(name, address) {
      const kept = [...views().filter(view => view.name !== name), { name, address }].slice(-20);
      localStorage.setItem(key, JSON.stringify(kept));
      return kept;
    },
    drop(name) {
      const kept = views().filter(view => view.name !== name);
      localStorage.setItem(key, JSON.stringify(kept));
      return kept;
    },
  };
})();
