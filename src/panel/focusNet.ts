/**
 * Where something that had the focus is taken away, hidden or disabled, a browser puts the focus back to the page's
 * body: the next key leads nowhere, and a screen reader begins anew. Then it goes to the heading above instead.
 * Views that know a better place put it there before (`parts/focus.ts`).
 */
export function holdFocus(root: HTMLElement): () => void {
  const { ownerDocument: document } = root;
  let last: Element | null = null;
  let heading: HTMLElement | null = null;
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    last = target;
    heading = headingOver(target, root);
  };
  const rescue = (): void => {
    if (!last || document.activeElement !== document.body || isThere(last)) return;
    const first = root.querySelector<HTMLElement>('main h1');
    (heading && isThere(heading) ? heading : first)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(rescue);
  root.addEventListener('focusin', remember);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['hidden', 'disabled'] });
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
  };
}

function isThere(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0 && !element.matches(':disabled');
}

/** The last heading before it that can take the focus. */
function headingOver(element: Element, root: HTMLElement): HTMLElement | null {
  const isBefore = (heading: Element): boolean =>
    (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return [...root.querySelectorAll<HTMLElement>('h1[tabindex], h2[tabindex]')].filter(isBefore).at(-1) ?? null;
}
