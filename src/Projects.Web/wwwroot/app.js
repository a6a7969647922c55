// What only the browser can do: keep what was typed, come back after a lost connection, print, and read the code behind a sign-in link's #.
(() => {
  const keyOf = (form, field) => `draft ${location.pathname} ${form.id} ${field.name}`;
  const isKept = field => field.name && !['password', 'file', 'hidden', 'submit'].includes(field.type);
  const valueOf = field => field.type === 'checkbox' || field.type === 'radio' ? String(field.checked) : field.value;

  document.addEventListener('input', event => {
    const field = event.target, form = field.form;
    if (form?.classList.contains('order') && form.id && isKept(field)) sessionStorage.setItem(keyOf(form, field), valueOf(field));
  });

  window.projects = {
    // The page's connection stands, its content is loaded, and what it shows can be acted on.
    live() { document.documentElement.dataset.live = ''; },
    // A form that appears takes up what was typed into it before the page was loaded anew, and is unfolded to show it.
    takeUpDraft(id) {
      const form = document.getElementById(id);
      for (const field of form?.elements ?? []) {
        if (!isKept(field)) continue;
        const kept = sessionStorage.getItem(keyOf(form, field));
        if (kept === null || kept === valueOf(field)) continue;
        if (field.type === 'checkbox' || field.type === 'radio') field.checked = kept === 'true'; else field.value = kept;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        for (let folded = field.closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;
      }
    },
    dropDraft(id) {
      const prefix = `draft ${location.pathname} ${id} `;
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
    },
  };

  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) window.print();
  });

  // The code of a sign-in link stands behind the #, so that it reaches no server's log before it is used.
  const link = document.getElementById('link-form');
  if (link && location.hash.startsWith('#prl_')) {
    document.getElementById('link-code').value = location.hash.slice(1);
    history.replaceState(null, '', location.pathname + location.search);
    link.submit();
  }

  const lost = document.getElementById('components-reconnect-modal');
  if (lost) {
    let retrying;
    const again = async () => {
      try {
        // False: the server is there and no longer knows this page, as after a restart.
        if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
      } catch { /* Not there yet; the next try is due. */ }
    };
    lost.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
      if (state === 'show' && !lost.open) lost.showModal();
      if (state === 'hide') { clearInterval(retrying); lost.close(); }
      if (state === 'failed') { clearInterval(retrying); retrying = setInterval(again, 2000); }
      if (state === 'rejected' || state === 'resume-failed') location.reload();
    });
    document.getElementById('reconnect-now').addEventListener('click', again);
  }
})();
