// Applies the reader's choice of theme before the first paint and wires the switch in the header.
(() => {
  const root = document.documentElement;
  const key = 'theme';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const current = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light');
  const saved = stored();
  if (saved === 'light' || saved === 'dark') root.dataset.theme = saved;

  addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('[data-theme-switch]');
    if (!button) return;
    const tell = () => button.setAttribute('aria-pressed', String(current() === 'dark'));
    button.hidden = false;
    tell();
    dark.addEventListener('change', tell);
    button.addEventListener('click', () => {
      const next = current() === 'dark' ? 'light' : 'dark';
      root.dataset.theme = next;
      try {
        localStorage.setItem(key, next);
      } catch {
        // Storage may be closed to us: the choice then lasts for this page.
      }
      tell();
    });
  });
})();
