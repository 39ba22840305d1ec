import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A button may be gone with what it did, and the focus with it, back to the start of the page. Then it goes to
 * where people go on; from anywhere else it is never taken away.
 */
export function useFocusKept(change: unknown, place: RefObject<HTMLElement | null>): void {
  const before = useRef(change);
  useLayoutEffect(() => {
    if (before.current === change) return;
    before.current = change;
    const document = place.current?.ownerDocument;
    if (document && document.activeElement === document.body) place.current?.focus();
  });
}

/** The same where something takes the place of what people have just used. */
export function useFocusTaken(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const document = place.current?.ownerDocument;
    if (document && document.activeElement === document.body) place.current?.focus();
  }, []);
}
