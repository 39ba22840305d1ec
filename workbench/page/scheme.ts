/**
 * Lets the pane follow the page's light or dark. It asks the system by a media query, which a page cannot set for a
 * frame; so what the query would switch is switched here, as a browser's developer tools do.
 */
export function followScheme(place: HTMLElement, dark: boolean): () => void {
  const apply = (): void => {
    const frame = place.querySelector('iframe');
    frame?.addEventListener('load', apply, { once: true });
    for (const sheet of frame?.contentDocument?.styleSheets ?? [])
      for (const rule of sheet.cssRules) switchRule(rule, dark);
  };
  apply();
  const watch = new MutationObserver(apply);
  watch.observe(place, { childList: true, subtree: true });
  return () => watch.disconnect();
}

const queries = new WeakMap<CSSMediaRule, string>();

function switchRule(rule: CSSRule, dark: boolean): void {
  // The rule is of the frame's own realm, so its class is another one than this page's.
  if (!('media' in rule) || !('cssRules' in rule)) return;
  const media = rule as CSSMediaRule;
  const query = queries.get(media) ?? media.media.mediaText;
  const wanted = /prefers-color-scheme:\s*(dark|light)/.exec(query)?.[1];
  if (!wanted) return;
  queries.set(media, query);
  media.media.mediaText = (wanted === 'dark') === dark ? 'all' : 'not all';
}
