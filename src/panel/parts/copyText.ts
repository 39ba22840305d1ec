/**
 * A host's frame may not let the page at the clipboard; the old way often works there still. Otherwise the text
 * stands selected, for the user's own keys.
 */
export async function copyText(text: string, area: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area?.select();
    return area?.ownerDocument.execCommand('copy') ?? false;
  }
}
