/** Microsoft's library may be blocked or slow where the user is; a pane that stays white says nothing. */
const PATIENCE = 5000;

/** A script that did not come is asked for with the whole page, which may be of an earlier release; how often, here. */
const RELOADS = 'kpi.reloads';
const MOST_RELOADS = 2;

let missing = false;

addEventListener(
  'error',
  ({ target }) => {
    if (missing || !(target instanceof HTMLScriptElement)) return;
    missing = true;
    const reloads = reloadsSoFar();
    if (reloads === undefined || reloads >= MOST_RELOADS) return show('missing');
    sessionStorage.setItem(RELOADS, String(reloads + 1));
    setTimeout(() => location.reload(), 1000 * 2 ** reloads);
  },
  true,
);

/** Undefined where the browser keeps nothing: nobody would know when to stop. */
function reloadsSoFar(): number | undefined {
  try {
    return Number(sessionStorage.getItem(RELOADS));
  } catch {
    return undefined;
  }
}

setTimeout(() => {
  const isReady = document.documentElement.dataset.ready === 'true';
  if (isReady && reloadsSoFar()) sessionStorage.removeItem(RELOADS);
  if (!isReady && !missing) show('late');
}, PATIENCE);

function show(id: 'late' | 'missing'): void {
  const notice = document.getElementById(id);
  if (notice) notice.hidden = false;
  // The page's head is read before there is a body.
  else addEventListener('DOMContentLoaded', () => show(id), { once: true });
}

export {};
