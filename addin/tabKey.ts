/**
 * Excel on the web leaves Tab to office.js, which moves the focus by a list of its own: links, buttons, inputs and
 * what has a tabindex of 0 or more. From anything else, such as a heading that was read out, it leaves the pane, and
 * it never comes to a summary that opens details. So within the pane Tab is the browser's; at its ends office.js
 * hands the focus back to Excel.
 */
export function keepTab(document: Document): void {
  // Office.js listens at the window.
  document.addEventListener('keydown', event => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
    if (key !== 'Tab' || altKey || ctrlKey || metaKey || !(target instanceof Element)) return;
    if (stopsOf(document).some(stop => isBeyond(stop, target, shiftKey))) event.stopPropagation();
  });
}

const STOPS = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled)',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  'details > summary',
  '[tabindex]',
  '[contenteditable]',
].join();

function stopsOf(document: Document): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    stop => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
  );
}

function isBeyond(stop: Element, from: Element, back: boolean): boolean {
  const place = from.compareDocumentPosition(stop);
  if (from.contains(stop)) return stop !== from && !back;
  return (
    (place & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING)) !== 0 && !stop.contains(from)
  );
}
